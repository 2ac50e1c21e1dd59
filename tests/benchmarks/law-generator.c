/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "law-generator.h"

#include <string.h>

/* The words of a language by their part in a sentence, frequent ones first. */
typedef struct
{
  const char *parties;
  const char *duties;
  const char *verbs;
  const char *qualities;
  const char *things;
  const char *heads;
  const char *links;
  const char *space;
  const char *comma;
  const char *stop;
} Vocabulary;

static const Vocabulary vocabularies[] = {
  [LAW_ENGLISH] = {
    .parties = "States|the Commission|the competent authority|each Party|the Council|the Secretariat|"
               "the applicant|a supervisory body|the holder of a licence|the tribunal|any operator|"
               "the Committee|regional organizations|the depositary|an inspector|the board|"
               "the registrar|private entities|the coordinator|observers",
    .duties = "shall|may|shall not|must|undertakes to|is required to|agrees to|is entitled to",
    .verbs = "ensure|promote|adopt|notify|review|establish|protect|examine|submit|refuse|publish|"
             "withdraw|extend|inspect|maintain|cooperate in|respect|limit|record|finance|verify|"
             "suspend|approve|consult on|enforce|amend|certify|delegate|disclose|monitor",
    .qualities = "national|international|appropriate|relevant|technical|annual|legal|critical|public|"
                 "provisional|financial|independent|confidential|cultural|digital|criminal|regional|"
                 "administrative|maritime|nuclear|judicial|agricultural|humanitarian|medical|fiscal|"
                 "electronic|industrial|diplomatic|scientific|environmental",
    .things = "measures|information|security|the agreement|networks|rights|the procedure|documents|"
              "services|infrastructure|the application|standards|disputes|the register|assistance|"
              "the decision|data|an investigation|resources|the report|penalties|exports|insurance|"
              "education|the budget|the archives|refugees|telecommunications|customs duties|fisheries|"
              "arbitration|property|vessels|research|expertise|statistics|the inventory|licences|"
              "compensation|witnesses|quarantine|copyright|aviation|the census|pensions|fertilizers|"
              "minerals|vaccination|heritage|bankruptcy|extradition|salaries|sanctions|emissions",
    .heads = "certificate|officer|scheme|register|fee|deadline|inspection|fund|programme|treaty|plan|"
             "office|notice|audit|levy|strategy|inquiry|forum|permit|subsidy|archive|quota|manual|panel|"
             "warrant|clause|invoice|hearing|ledger|census|tariff|cooperative|embargo|laboratory",
    .links = "in accordance with|with regard to|for the purpose of|on the basis of|without prejudice to|"
             "as provided for in|subject to|in order to facilitate|within the limits of|by means of|"
             "with a view to|pursuant to|in the absence of|notwithstanding",
    .space = " ",
    .comma = ",",
    .stop = ".",
  },
  [LAW_CHINESE] = {
    .parties = "各国|委员会|主管机关|缔约方|理事会|秘书处|申请人|监督机构|许可证持有者|法庭|经营者|小组|区域组织|"
               "保存人|检查员|董事会|登记官|私营实体|协调员|观察员",
    .duties = "应当|可以|不得|必须|承诺|需要|同意|有权",
    .verbs = "确保|促进|通过|通知|审查|建立|保护|检查|提交|拒绝|公布|撤销|延长|视察|维持|合作开展|尊重|限制|记录|"
             "资助|核实|中止|批准|协商|执行|修正|证明|委托|披露|监测",
    .qualities = "国家|国际|适当|有关|技术|年度|法律|关键|公共|临时|财政|独立|机密|文化|数字|刑事|区域|行政|海上|"
                 "核能|司法|农业|人道主义|医疗|税务|电子|工业|外交|科学|环境",
    .things = "措施|信息|安全|协定|网络|权利|程序|文件|服务|基础设施|申请|标准|争端|登记册|援助|决定|数据|调查|资源|"
              "报告|处罚|出口|保险|教育|预算|档案|难民|电信|关税|渔业|仲裁|财产|船舶|研究|专门知识|统计|清单|许可证|"
              "赔偿|证人|检疫|版权|航空|普查|养老金|化肥|矿产|疫苗接种|遗产|破产|引渡|工资|制裁|排放",
    .heads = "证书|官员|计划|登记|费用|期限|检验|基金|方案|条约|规划|办事处|通知|审计|征收|战略|调查|论坛|许可|"
             "补贴|档案|配额|手册|小组|令状|条款|发票|听证|账簿|普查|税则|合作社|禁运|实验室",
    .links = "根据|关于|为了|基于|在不妨碍|按照|遵守|以便利|限于|借助|着眼于|依照|在没有|尽管有",
    .space = "",
    .comma = "，",
    .stop = "。",
  },
};

typedef struct
{
  GRand *rand;
  const Vocabulary *words;
  char **parties, **duties, **verbs, **qualities, **things, **heads, **links;
  GStringChunk *numbers;
} Writer;

static void
writer_init (Writer      *writer,
             LawLanguage  language,
             guint32      seed)
{
  const Vocabulary *words = &vocabularies[language];

  writer->rand = g_rand_new_with_seed (seed);
  writer->words = words;
  writer->parties = g_strsplit (words->parties, "|", -1);
  writer->duties = g_strsplit (words->duties, "|", -1);
  writer->verbs = g_strsplit (words->verbs, "|", -1);
  writer->qualities = g_strsplit (words->qualities, "|", -1);
  writer->things = g_strsplit (words->things, "|", -1);
  writer->heads = g_strsplit (words->heads, "|", -1);
  writer->links = g_strsplit (words->links, "|", -1);
  writer->numbers = g_string_chunk_new (4096);
}

static void
writer_clear (Writer *writer)
{
  g_rand_free (writer->rand);
  g_strfreev (writer->parties);
  g_strfreev (writer->duties);
  g_strfreev (writer->verbs);
  g_strfreev (writer->qualities);
  g_strfreev (writer->things);
  g_strfreev (writer->heads);
  g_strfreev (writer->links);
  g_string_chunk_free (writer->numbers);
}

static guint
draw (Writer *writer,
      guint   n)
{
  return (guint) g_rand_int_range (writer->rand, 0, (gint32) MAX (n, 1));
}

static gboolean
happens (Writer *writer,
         guint   thousandths)
{
  return draw (writer, 1000) < thousandths;
}

/* The first words of a list come more often than the last. */
static const char *
pick (Writer  *writer,
      char   **list)
{
  guint n = g_strv_length (list);

  return list[MIN (draw (writer, n), draw (writer, n))];
}

static void
append_thing (Writer    *writer,
              GPtrArray *words)
{
  if (draw (writer, 3) > 0)
    g_ptr_array_add (words, (gpointer) pick (writer, writer->qualities));
  g_ptr_array_add (words, (gpointer) pick (writer, writer->things));
  if (draw (writer, 3) == 0)
    g_ptr_array_add (words, (gpointer) pick (writer, writer->heads));
  if (draw (writer, 8) == 0)
    {
      g_autofree char *number = g_strdup_printf ("%u/%u", draw (writer, 90), draw (writer, 300));

      g_ptr_array_add (words, g_string_chunk_insert (writer->numbers, number));
    }
}

/* One sentence, as words and commas that are not owned. */
static GPtrArray *
write_sentence (Writer *writer)
{
  GPtrArray *words = g_ptr_array_new ();
  guint n_phrases = 1 + draw (writer, 4);

  g_ptr_array_add (words, (gpointer) pick (writer, writer->parties));
  g_ptr_array_add (words, (gpointer) pick (writer, writer->duties));
  g_ptr_array_add (words, (gpointer) pick (writer, writer->verbs));
  append_thing (writer, words);
  for (guint i = 0; i < n_phrases; i++)
    {
      g_ptr_array_add (words, (gpointer) writer->words->comma);
      g_ptr_array_add (words, (gpointer) pick (writer, writer->links));
      append_thing (writer, words);
    }
  g_ptr_array_add (words, (gpointer) writer->words->stop);

  return words;
}

static void
append_words (Writer    *writer,
              GPtrArray *words,
              GString   *text)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (text->len > 0 && word != writer->words->comma && word != writer->words->stop)
        g_string_append (text, writer->words->space);
      g_string_append (text, word);
    }
}

/* A clause: some sentences, each a GPtrArray of words. */
static GPtrArray *
write_clause (Writer *writer)
{
  GPtrArray *clause = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_sentences = 1 + draw (writer, 3) * draw (writer, 2);

  for (guint i = 0; i < n_sentences; i++)
    g_ptr_array_add (clause, write_sentence (writer));

  return clause;
}

static char *
tell_sentences (Writer    *writer,
                GPtrArray *clause,
                guint      first,
                guint      end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    append_words (writer, g_ptr_array_index (clause, i), text);

  return g_string_free (text, FALSE);
}

/* The clause with up to @depth words of a hundred replaced, left out or added. At least one word
 * always changes. */
static GPtrArray *
reword (Writer    *writer,
        GPtrArray *clause,
        guint      depth)
{
  GPtrArray *reworded = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint share = 1 + draw (writer, depth);

  for (guint i = 0; i < clause->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (clause, i);
      GPtrArray *changed = g_ptr_array_new ();
      guint forced = i == 0 ? draw (writer, words->len - 1) : G_MAXUINT;

      for (guint k = 0; k < words->len; k++)
        {
          gpointer word = g_ptr_array_index (words, k);

          if ((draw (writer, 100) >= share && k != forced) || k + 1 == words->len)
            {
              g_ptr_array_add (changed, word);
              continue;
            }
          switch (draw (writer, 4))
            {
            case 0:
              if (k != forced)
                break;
              G_GNUC_FALLTHROUGH;
            case 1:
              append_thing (writer, changed);
              g_ptr_array_add (changed, word);
              break;
            default:
              g_ptr_array_add (changed, (gpointer) pick (writer, writer->things));
            }
        }
      g_ptr_array_add (reworded, changed);
    }

  return reworded;
}

static void
add_new (Law     *self,
         char    *text,
         guint    old_first,
         guint    n_old,
         gboolean part,
         gboolean moved,
         guint    at)
{
  LawClause clause = { text, old_first, n_old, part, moved };

  g_array_insert_val (self->new_clauses, at, clause);
}

static void
make_new_version (Law            *self,
                  Writer         *writer,
                  GPtrArray      *clauses,
                  const LawEdits *edits)
{
  g_autoptr (GArray) moving = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < clauses->len; i++)
    {
      GPtrArray *clause = g_ptr_array_index (clauses, i);
      guint end = self->new_clauses->len;

      if (happens (writer, edits->inserted))
        {
          g_autoptr (GPtrArray) inserted = write_clause (writer);

          add_new (self, tell_sentences (writer, inserted, 0, inserted->len), 0, 0, FALSE, FALSE, end++);
        }

      if (happens (writer, edits->dropped))
        continue;
      if (happens (writer, edits->moved + edits->moved_reworded))
        {
          g_array_append_val (moving, i);
          continue;
        }
      if (clause->len > 1 && happens (writer, edits->split * 2))
        {
          g_autoptr (GPtrArray) told = happens (writer, edits->reworded)
                                         ? reword (writer, clause, edits->depth / 2)
                                         : g_ptr_array_ref (clause);

          for (guint k = 0; k < clause->len; k++)
            add_new (self, tell_sentences (writer, told, k, k + 1), i, 1, TRUE, FALSE, end++);
          continue;
        }
      if (i + 1 < clauses->len && happens (writer, edits->merged))
        {
          g_autofree char *first = tell_sentences (writer, clause, 0, clause->len);
          GPtrArray *next = g_ptr_array_index (clauses, i + 1);
          g_autofree char *second = tell_sentences (writer, next, 0, next->len);

          add_new (self, g_strconcat (first, writer->words->space, second, NULL), i, 2, FALSE, FALSE, end);
          i++;
          continue;
        }
      if (happens (writer, edits->reworded))
        {
          g_autoptr (GPtrArray) reworded = reword (writer, clause, edits->depth);

          add_new (self, tell_sentences (writer, reworded, 0, reworded->len), i, 1, FALSE, FALSE, end);
          continue;
        }
      add_new (self, tell_sentences (writer, clause, 0, clause->len), i, 1, FALSE, FALSE, end);
    }

  /* The parts of a split clause stay together. */
  for (guint k = 0; k < moving->len; k++)
    {
      guint i = g_array_index (moving, guint, k);
      GPtrArray *clause = g_ptr_array_index (clauses, i);
      gboolean also_reworded = draw (writer, edits->moved + edits->moved_reworded) < edits->moved_reworded;
      g_autoptr (GPtrArray) told = also_reworded ? reword (writer, clause, edits->depth / 2)
                                                 : g_ptr_array_ref (clause);
      guint at = 0;

      /* Far from where it stood: of two that only changed places nobody knows which one moved. */
      for (guint try = 0; try < 50; try++)
        {
          at = draw (writer, self->new_clauses->len + 1);
          if (ABS ((gint) at - (gint) (i * self->new_clauses->len / clauses->len)) > 12)
            break;
        }
      while (at > 0 && at < self->new_clauses->len &&
             g_array_index (self->new_clauses, LawClause, at).part)
        at++;
      add_new (self, tell_sentences (writer, told, 0, told->len), i, 1, FALSE, TRUE, at);
    }
}

Law *
law_new (LawLanguage     language,
         guint           n_clauses,
         gboolean        alike,
         const LawEdits *edits,
         guint32         seed)
{
  Law *self = g_new0 (Law, 1);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Writer writer;

  writer_init (&writer, language, seed);
  self->language = language;
  self->old_texts = g_ptr_array_new_with_free_func (g_free);
  self->new_clauses = g_array_new (FALSE, FALSE, sizeof (LawClause));

  for (guint i = 0; i < n_clauses; i++)
    {
      if (alike && i >= 5)
        g_ptr_array_add (clauses, reword (&writer, g_ptr_array_index (clauses, i % 5), 1));
      else
        g_ptr_array_add (clauses, write_clause (&writer));
      g_ptr_array_add (self->old_texts,
                       tell_sentences (&writer, g_ptr_array_index (clauses, i), 0,
                                       ((GPtrArray *) g_ptr_array_index (clauses, i))->len));
    }
  make_new_version (self, &writer, clauses, edits);

  writer_clear (&writer);
  return self;
}

void
law_free (Law *self)
{
  for (guint j = 0; j < self->new_clauses->len; j++)
    g_free (g_array_index (self->new_clauses, LawClause, j).text);
  g_array_unref (self->new_clauses);
  g_ptr_array_unref (self->old_texts);
  g_free (self);
}

GlossDocument *
law_get_document (Law      *self,
                  gboolean  new_version)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  guint n = new_version ? self->new_clauses->len : self->old_texts->len;

  gloss_document_builder_set_language (builder, self->language == LAW_CHINESE ? "zh" : "en");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = label,
        .label = label,
        .kind = GLOSS_CLAUSE_PARAGRAPH,
        .text = new_version ? g_array_index (self->new_clauses, LawClause, i).text
                            : g_ptr_array_index (self->old_texts, i),
      });
    }

  return gloss_document_builder_end (builder);
}
