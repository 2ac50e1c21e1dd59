# SPDX-License-Identifier: GPL-3.0-or-later
# Read by every script of this folder, which has set AUX to the folder before.

# shellcheck source-path=SCRIPTDIR
PROJECT=$(cd "$AUX/.." && pwd -P)
export HOME=${HOME:-~}

. "$AUX/lib/messages.sh"
. "$AUX/lib/packages.sh"
. "$AUX/lib/place.sh"
. "$AUX/lib/root.sh"
. "$AUX/lib/enter.sh"
. "$AUX/lib/build.sh"
