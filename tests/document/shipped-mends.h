/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Every difference between a text as it was handed in and the shipped document, in the order in
 * which they are mended, and the clause that records it. */

typedef struct
{
  const char *clause;
  const char *from;    /* occurs once */
  const char *to;
} Mend;

static const Mend mends_a_69_723_en[] = {
  { "masthead__subject",
    "**Developments in the field of information\nand telecommunications in the context of\n"
    "international security****",
    "Developments in the field of information and telecommunications in the context of "
    "international security\n\n" },
  { "letter__title",
    "Representatives\nof China, Kazakhstan, Kyrgyzstan, the Russian Federation,\n"
    "Tajikistan and Uzbekistan to the United Nations addressed to\nthe Secretary-General**",
    "Representatives of China, Kazakhstan, Kyrgyzstan, the Russian Federation, "
    "Tajikistan and Uzbekistan to the United Nations addressed to the Secretary-General" },
  { "letter__para_1", "([A/66/359](#))", "(A/66/359)" },
  { "letter__sig_1",
    "**Liu Jieyi**\nPermanent Representative of the People's Republic of China\nto",
    "Liu Jieyi\nPermanent Representative of the People's Republic of China to" },
  { "letter__sig_2",
    "**Kairat Abdrakhmanov**\nPermanent Representative of the Republic of Kazakhstan\nto",
    "Kairat Abdrakhmanov\nPermanent Representative of the Republic of Kazakhstan to" },
  { "letter__sig_3",
    "**Talaibek Kydyrov**\nPermanent Representative of the Kyrgyz Republic\nto",
    "Talaibek Kydyrov\nPermanent Representative of the Kyrgyz Republic to" },
  { "letter__sig_4",
    "**Vitaly Churkin**\nPermanent Representative of the Russian Federation\nto",
    "Vitaly Churkin\nPermanent Representative of the Russian Federation to" },
  { "letter__sig_5",
    "**Mahmadamin Mahmaminov**\nPermanent Representative of the Republic of Tajikistan\nto",
    "Mahmadamin Mahmaminov\nPermanent Representative of the Republic of Tajikistan to" },
  { "letter__sig_6",
    "**Muzaffarbek Madrakhimov**\nPermanent Representative of the Republic of Uzbekistan\nto",
    "Muzaffarbek Madrakhimov\nPermanent Representative of the Republic of Uzbekistan to" },
  { "annex__preamble__rec_8", "to address them,\n\nincluding norms",
    "to address them, including norms" },
};

static const Mend mends_a_69_723_zh[] = {
  { "masthead__subject", "信息和\n电信领域的发展", "信息和电信领域的发展" },
  { "letter__para_2", "分发给荷", "分发为荷" },
  { "letter__sig_1", "代表\n\n刘结一", "代表\n刘结一" },
  { "letter__sig_2", "代表\n\n凯拉特", "代表\n凯拉特" },
  { "letter__sig_3", "代表\n\n塔莱贝克", "代表\n塔莱贝克" },
  { "letter__sig_4", "代表\n\n维塔利", "代表\n维塔利" },
  { "letter__sig_5", "代表\n\n马哈马达明", "代表\n马哈马达明" },
  { "letter__sig_6", "代表\n\n穆扎法尔贝克", "代表\n穆扎法尔贝克" },
  { "annex__preamble__rec_1", "\n1. 回顾", "\n回顾" },
  { "annex__preamble__rec_2", "\n2. 又回顾", "\n\n又回顾" },
  { "annex__preamble__rec_3", "\n3. 注意到", "\n\n注意到" },
  { "annex__preamble__rec_4", "\n4. 认识到", "\n\n认识到" },
  { "annex__preamble__rec_5", "\n5. 强调", "\n\n强调" },
  { "annex__preamble__rec_6", "\n6. 强调", "\n\n强调" },
  { "annex__preamble__rec_7", "\n7. 重申", "\n\n重申" },
  { "annex__preamble__rec_8", "\n8. 注意到", "\n\n注意到" },
  { "annex__preamble__rec_8", "[A/RES/66/24](#)", "A/RES/66/24" },
  { "annex__preamble__rec_9", "\n9. 重申", "\n重申" },
  { "annex__preamble__rec_10", "\n10. 注意到", "\n注意到" },
  { "annex__preamble__rec_11", "\n11. 认识到", "\n认识到" },
  { "annex__preamble__rec_12", "\n12. 指出", "\n指出" },
  { "annex__para_2__item_5", "(v)", "(五)" },
  { "annex__para_2__item_6", "(vi)", "(六)" },
  { "annex__para_2__item_7", "(vii)", "(七)" },
  { "annex__para_2__item_7__subitem_a", "\n- (1)", "\n(1)" },
  { "annex__para_2__item_7__subitem_b", "\n- (2)", "\n\n(2)" },
  { "annex__para_2__item_8", "(viii)", "(八)" },
  { "annex__para_2__item_9", "(ix)", "(九)" },
  { "annex__para_2__item_10", "(x)", "(十)" },
  { "annex__para_2__item_11", "(xi)", "(十一)" },
  { "annex__para_2__item_12", "(xii)", "(十二)" },
  { "annex__para_2__item_13", "(xiii)", "(十三)" },
};

#define NOTE_1 "¹ A/65/201、A/68/98 和 A/70/174 已得到联合国大会核可；2021 年 5 月 28 日讨论的报告即将发布。\n\n"
#define NOTE_2 "² 大会第 70/237 号决议。\n\n"
#define NOTE_3 "³ 大会第 75/564 号决定。\n\n"

static const Mend mends_s_2021_540_zh[] = {
  { "letter__sig_1", "常驻代表\n\n大使\n\n斯文", "常驻代表\n大使\n斯文" },
  { "annex__para_3", "[S/PV.8144](#)", "S/PV.8144" },
  { "annex__para_3", "[S/2019/643](#)", "S/2019/643" },
  { "annex__para_3", "[S/2021/415](#)", "S/2021/415" },
  { "annex__para_5", "(COVID-19)大\n\n流行进一步", "(COVID-19)大流行进一步" },
  { "annex__note_1", NOTE_1, "" },
  { "annex__note_1", "9. 美洲", NOTE_1 "9. 美洲" },
  { "annex__note_2", NOTE_2, "" },
  { "annex__note_2", "9. 美洲", NOTE_2 "9. 美洲" },
  { "annex__note_3", NOTE_3, "" },
  { "annex__note_3", "9. 美洲", NOTE_3 "9. 美洲" },
};
