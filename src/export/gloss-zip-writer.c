/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-zip-writer.h"

#include <string.h>

#include <gio/gio.h>

/* The ZIP format as ISO/IEC 21320-1 bounds it for documents: each entry deflated, in one part,
 * without encryption. All numbers are little-endian. */
#define LOCAL_HEADER   0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50

#define VERSION  20 /* 2.0: the first that deflates */
#define DEFLATED 8

/* 1 January 1980, the first day that the format knows, at 0:00. */
#define FIXED_TIME 0
#define FIXED_DATE ((0 << 9) | (1 << 5) | 1)

/* Where in its header, from its beginning on, an entry has what is known at its end. */
#define AT_CRC             14
#define AT_DEFLATED_LENGTH 18
#define AT_LENGTH          22

struct _GlossZipWriter
{
  GByteArray      *archive;
  GByteArray      *directory; /* stands at the end of the archive */
  guint            n_entries;
  guint32          crcs[256]; /* by the lowest byte */

  /* The entry that is being written, if there is one. */
  GZlibCompressor *compressor; /* NULL: there is none */
  char            *name;
  guint32          offset;     /* of its header */
  guint32          data;       /* of what it holds */
  guint32          crc;
  gsize            length;
};

static void
append_16 (GByteArray *out,
           guint16     value)
{
  guint16 bytes = GUINT16_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
append_32 (GByteArray *out,
           guint32     value)
{
  guint32 bytes = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_32 (GByteArray *out,
        guint       at,
        guint32     value)
{
  guint32 bytes = GUINT32_TO_LE (value);

  memcpy (out->data + at, &bytes, sizeof bytes);
}

/* CRC-32 as in ISO 3309. */
static void
fill_crcs (guint32 *crcs)
{
  for (guint32 byte = 0; byte < 256; byte++)
    {
      crcs[byte] = byte;
      for (guint bit = 0; bit < 8; bit++)
        crcs[byte] = (crcs[byte] >> 1) ^ (0xedb88320 & -(crcs[byte] & 1));
    }
}

static guint32
continue_crc (const guint32 *crcs,
              guint32        crc,
              const char    *data,
              gsize          length)
{
  for (gsize i = 0; i < length; i++)
    crc = (crc >> 8) ^ crcs[(crc ^ (guint8) data[i]) & 0xff];

  return crc;
}

/* Memory does not fail, so neither does this. */
static void
deflate (GlossZipWriter *self,
         const char     *data,
         gsize           length,
         gboolean        is_last)
{
  GConverterFlags flags = is_last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 buffer[16 * 1024];

  while (is_last ? result != G_CONVERTER_FINISHED : length > 0)
    {
      g_autoptr (GError) error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (G_CONVERTER (self->compressor), data, length, buffer, sizeof buffer,
                                    flags, &n_read, &n_written, &error);
      if (result == G_CONVERTER_ERROR)
        g_error ("Can’t deflate: %s", error->message);

      g_byte_array_append (self->archive, buffer, n_written);
      data += n_read;
      length -= n_read;
    }
}

/* What the header of an entry and its line of the directory have in common. */
static void
append_particulars (GByteArray *out,
                    guint32     crc,
                    guint32     deflated_length,
                    guint32     length,
                    const char *name)
{
  append_16 (out, VERSION);
  append_16 (out, 0); /* flags */
  append_16 (out, DEFLATED);
  append_16 (out, FIXED_TIME);
  append_16 (out, FIXED_DATE);
  append_32 (out, crc);
  append_32 (out, deflated_length);
  append_32 (out, length);
  append_16 (out, strlen (name));
  append_16 (out, 0); /* no extra field */
}

GlossZipWriter *
gloss_zip_writer_new (void)
{
  GlossZipWriter *self = g_new0 (GlossZipWriter, 1);

  self->archive = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  fill_crcs (self->crcs);

  return self;
}

void
gloss_zip_writer_free (GlossZipWriter *self)
{
  g_clear_pointer (&self->archive, g_byte_array_unref);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_clear_object (&self->compressor);
  g_free (self->name);
  g_free (self);
}

static void
end_entry (GlossZipWriter *self)
{
  guint32 crc, deflated_length;

  if (self->compressor == NULL)
    return;

  deflate (self, NULL, 0, TRUE);
  g_clear_object (&self->compressor);
  crc = ~self->crc;
  deflated_length = self->archive->len - self->data;
  put_32 (self->archive, self->offset + AT_CRC, crc);
  put_32 (self->archive, self->offset + AT_DEFLATED_LENGTH, deflated_length);
  put_32 (self->archive, self->offset + AT_LENGTH, self->length);

  append_32 (self->directory, CENTRAL_HEADER);
  append_16 (self->directory, VERSION); /* made by */
  append_particulars (self->directory, crc, deflated_length, self->length, self->name);
  append_16 (self->directory, 0); /* no comment */
  append_16 (self->directory, 0); /* the first and only part */
  append_16 (self->directory, 0); /* internal attributes */
  append_32 (self->directory, 0); /* external attributes */
  append_32 (self->directory, self->offset);
  g_byte_array_append (self->directory, (const guint8 *) self->name, strlen (self->name));

  self->n_entries++;
}

void
gloss_zip_writer_begin (GlossZipWriter *self,
                        const char     *name)
{
  g_return_if_fail (self != NULL && self->archive != NULL);
  g_return_if_fail (g_str_is_ascii (name));

  end_entry (self);
  g_set_str (&self->name, name);
  self->offset = self->archive->len;
  append_32 (self->archive, LOCAL_HEADER);
  append_particulars (self->archive, 0, 0, 0, name);
  g_byte_array_append (self->archive, (const guint8 *) name, strlen (name));

  self->data = self->archive->len;
  self->compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  self->crc = 0xffffffff;
  self->length = 0;
}

void
gloss_zip_writer_append (GlossZipWriter *self,
                         const char     *data,
                         gsize           length)
{
  g_return_if_fail (self != NULL && self->compressor != NULL);
  g_return_if_fail (length < G_MAXUINT32 - self->length);

  deflate (self, data, length, FALSE);
  self->crc = continue_crc (self->crcs, self->crc, data, length);
  self->length += length;
}

void
gloss_zip_writer_add (GlossZipWriter *self,
                      const char     *name,
                      const char     *data,
                      gsize           length)
{
  gloss_zip_writer_begin (self, name);
  gloss_zip_writer_append (self, data, length);
}

GBytes *
gloss_zip_writer_end (GlossZipWriter *self)
{
  guint32 offset;

  g_return_val_if_fail (self != NULL && self->archive != NULL, NULL);

  end_entry (self);
  offset = self->archive->len;
  g_byte_array_append (self->archive, self->directory->data, self->directory->len);

  append_32 (self->archive, END_OF_CENTRAL);
  append_16 (self->archive, 0); /* this part */
  append_16 (self->archive, 0); /* the part with the directory */
  append_16 (self->archive, self->n_entries);
  append_16 (self->archive, self->n_entries);
  append_32 (self->archive, self->directory->len);
  append_32 (self->archive, offset);
  append_16 (self->archive, 0); /* no comment */

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->archive));
}
