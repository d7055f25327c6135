/* SPDX-License-Identifier: ISC */
/*
 * phrases - how parts of articles are announced, in many languages
 *
 * Phrases are folded once per document, which takes a fraction of a
 * millisecond, so that the table can be read.
 */
#include "parse/phrases.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unictype.h>

enum {
    MAX_TEXT = 200 /* bytes; longer text announces nothing */
};

static const char *const contents[] = {
    "Contents",
    "Table of contents",
    "TOC",
    "On this page",
    "In this article",
    "In this post",
    "In this guide",
    "In this page",
    "In this document",
    "Page contents",
    "Article contents",
    "Outline",
    "Index",
    "Quick links",
    "Inhalt",
    "Inhaltsverzeichnis",
    "Inhaltsübersicht",
    "Auf dieser Seite",
    "In diesem Artikel",
    "Sommaire",
    "Table des matières",
    "Sur cette page",
    "Dans cet article",
    "Índice",
    "Índice de contenidos",
    "Contenido",
    "Contenidos",
    "Tabla de contenido",
    "Tabla de contenidos",
    "En esta página",
    "En este artículo",
    "Indice",
    "Indice dei contenuti",
    "Sommario",
    "In questa pagina",
    "In questo articolo",
    "Sumário",
    "Conteúdo",
    "Nesta página",
    "Neste artigo",
    "Inhoud",
    "Inhoudsopgave",
    "Op deze pagina",
    "Spis treści",
    "Содержание",
    "Оглавление",
    "Зміст",
    "Innehåll",
    "Innehållsförteckning",
    "Indhold",
    "Indholdsfortegnelse",
    "Innhold",
    "Innholdsfortegnelse",
    "Sisällys",
    "Sisällysluettelo",
    "İçindekiler",
    "Obsah",
    "Tartalom",
    "Tartalomjegyzék",
    "Cuprins",
    "Περιεχόμενα",
    "目次",
    "もくじ",
    "目录",
    "目錄",
    "목차",
    "차례",
    "المحتويات",
    "جدول المحتويات",
    "תוכן עניינים",
    "Mục lục",
    "Daftar isi",
};

static const char *const questions[] = {
    "FAQ",
    "FAQs",
    "F.A.Q.",
    "Frequently asked questions",
    "Frequently asked question",
    "Commonly asked questions",
    "Common questions",
    "Frequent questions",
    "Questions and answers",
    "Questions & answers",
    "Q&A",
    "Q & A",
    "Q and A",
    "Häufig gestellte Fragen",
    "Häufige Fragen",
    "Oft gestellte Fragen",
    "Fragen und Antworten",
    "Fragen & Antworten",
    "Foire aux questions",
    "Questions fréquentes",
    "Questions fréquemment posées",
    "Questions et réponses",
    "Preguntas frecuentes",
    "Preguntas más frecuentes",
    "Preguntas y respuestas",
    "Domande frequenti",
    "Domande e risposte",
    "Perguntas frequentes",
    "Perguntas e respostas",
    "Dúvidas frequentes",
    "Veelgestelde vragen",
    "Vragen en antwoorden",
    "Najczęściej zadawane pytania",
    "Częste pytania",
    "Pytania i odpowiedzi",
    "Часто задаваемые вопросы",
    "Частые вопросы",
    "Вопросы и ответы",
    "ЧаВо",
    "Поширені запитання",
    "Часті запитання",
    "Питання та відповіді",
    "Vanliga frågor",
    "Frågor och svar",
    "Ofte stillede spørgsmål",
    "Spørgsmål og svar",
    "Ofte stilte spørsmål",
    "Vanlige spørsmål",
    "Spørsmål og svar",
    "Usein kysytyt kysymykset",
    "Usein kysyttyä",
    "Sıkça sorulan sorular",
    "SIKÇA SORULAN SORULAR", /* folded, its I is another letter */
    "Sık sorulan sorular",
    "Často kladené otázky",
    "Často kladené dotazy",
    "Otázky a odpovědi",
    "Gyakori kérdések",
    "Gyakran ismételt kérdések",
    "Întrebări frecvente",
    "Συχνές ερωτήσεις",
    "よくある質問",
    "よくあるご質問",
    "常见问题",
    "常見問題",
    "问答",
    "자주 묻는 질문",
    "자주 하는 질문",
    "الأسئلة الشائعة",
    "الأسئلة المتكررة",
    "שאלות נפוצות",
    "Câu hỏi thường gặp",
    "Pertanyaan yang sering diajukan",
};

static const struct {
    const char *const *list;
    size_t n;
} topics[PHRASES_TOPICS] = {
    [PHRASES_CONTENTS] = {contents, sizeof contents / sizeof *contents},
    [PHRASES_QUESTIONS] = {questions, sizeof questions / sizeof *questions},
};

struct phrases {
    struct buf text;
    size_t *ends[PHRASES_TOPICS]; /* of each phrase in text */
};

static bool
is_letter(uint32_t cp)
{
    return cp < 0x80 ? cp >= 'a' && cp <= 'z' : uc_is_property_alphabetic(cp);
}

static bool
is_digit(uint32_t cp)
{
    return cp < 0x80 ? cp >= '0' && cp <= '9'
                     : uc_is_general_category(cp, UC_NUMBER);
}

void
phrases_add_folded(struct buf *out, struct str text)
{
    struct buf folded = {0};
    size_t start = out->len;
    bool has_blank = false;

    utf8_add_folded(&folded, text);
    for (size_t at = 0; at < folded.len;) {
        uint32_t cp = (unsigned char)folded.ptr[at];
        size_t n =
            cp < 0x80 ? 1 : utf8_decode(folded.ptr + at, folded.len - at, &cp);
        bool is_word = cp == '&' || is_letter(cp);
        bool is_number = is_digit(cp);

        if (is_word || (is_number && out->len > start)) {
            if (has_blank && out->len > start)
                buf_add_char(out, ' ');
            buf_add(out, folded.ptr + at, n);
        }
        has_blank = !is_word && !is_number && (has_blank || cp != '.');
        at += n;
    }
    buf_done(&folded);
}

struct phrases *
phrases_new(void)
{
    struct phrases *p = mem_alloc_zero(1, sizeof *p);

    for (int topic = 0; topic < PHRASES_TOPICS; topic++) {
        p->ends[topic] = mem_alloc_zero(topics[topic].n, sizeof(size_t));
        for (size_t i = 0; i < topics[topic].n; i++) {
            phrases_add_folded(&p->text, str_of(topics[topic].list[i]));
            p->ends[topic][i] = p->text.len;
        }
    }
    return p;
}

void
phrases_free(struct phrases *p)
{
    if (!p)
        return;
    for (int topic = 0; topic < PHRASES_TOPICS; topic++)
        free(p->ends[topic]);
    buf_done(&p->text);
    free(p);
}

/*
 * Tells whether words in s end before byte at, or may: scripts that are written
 * without blanks have no such place.
 */
static bool
is_word_end(struct str s, size_t at)
{
    return at >= s.len || s.ptr[at] == ' ' ||
           ((unsigned char)s.ptr[at] >= 0xE1 &&
               (unsigned char)s.ptr[at] < 0xF0);
}

static enum phrases_fit
match(struct str s, struct str phrase)
{
    if (str_eq(s, phrase))
        return PHRASES_WHOLE;
    if (str_starts(s, phrase) && is_word_end(s, phrase.len))
        return PHRASES_PART;
    if (s.len > phrase.len && str_ends(s, phrase)) {
        size_t start = s.len - phrase.len;
        if (s.ptr[start - 1] == ' ' || is_word_end(s, start))
            return PHRASES_PART;
    }
    return PHRASES_NONE;
}

enum phrases_fit
phrases_match(
    const struct phrases *p, struct str text, enum phrases_topic topic)
{
    enum phrases_fit best = PHRASES_NONE;
    struct buf folded = {0};
    size_t start = topic > 0 ? p->ends[topic - 1][topics[topic - 1].n - 1] : 0;

    if (text.len == 0 || text.len > MAX_TEXT)
        return PHRASES_NONE;
    phrases_add_folded(&folded, text);
    for (size_t i = 0; i < topics[topic].n; i++) {
        size_t end = p->ends[topic][i];
        struct str phrase = str_slice(buf_str(&p->text), start, end);
        enum phrases_fit fit = match(buf_str(&folded), phrase);
        if (fit > best)
            best = fit;
        start = end;
    }
    buf_done(&folded);
    return best;
}
