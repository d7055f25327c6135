/* SPDX-License-Identifier: ISC */
/*
 * notices - lines that announce what is no part of the article
 *
 * What a part of a page is called is the best hint where class names are made
 * by machines. Phrases are compared folded and without marks. A phrase with '*'
 * at its end may be followed by anything.
 */
#include "notices.h"

#include "base/buf.h"
#include "base/utf8.h"

static const char *const headings[] = {
    "related",
    "related articles*",
    "related posts*",
    "related stories*",
    "related content*",
    "related reading*",
    "related topics*",
    "related news*",
    "related blogs*",
    "related resources*",
    "related products*",
    "related links",
    "related questions*",
    "recommended*",
    "more from*",
    "more stories*",
    "more articles*",
    "more posts*",
    "more on this*",
    "more like this*",
    "more news*",
    "more in *",
    "you may also*",
    "you might also*",
    "you may like*",
    "also read*",
    "read next*",
    "read more*",
    "read also*",
    "up next*",
    "what to read next*",
    "keep reading*",
    "continue reading*",
    "trending*",
    "most popular*",
    "most read*",
    "popular posts*",
    "popular articles*",
    "latest posts*",
    "latest news*",
    "latest articles*",
    "latest stories*",
    "recent posts*",
    "recent articles*",
    "recent news*",
    "similar articles*",
    "similar posts*",
    "other articles*",
    "other posts*",
    "explore more*",
    "see also more*",
    "from the blog*",
    "share this*",
    "share on*",
    "share article*",
    "share",
    "share the article*",
    "follow us*",
    "connect with us*",
    "stay connected*",
    "leave a comment*",
    "leave a reply*",
    "leave a response*",
    "comments",
    "add a comment*",
    "post a comment*",
    "join the conversation*",
    "join the discussion*",
    "write a comment*",
    "newsletter*",
    "subscribe*",
    "sign up for*",
    "join our newsletter*",
    "stay in the loop*",
    "stay up to date*",
    "get the latest*",
    "stay informed*",
    "about the author*",
    "about author*",
    "meet the author*",
    "author bio*",
    "written by*",
    "article by*",
    "about the writer*",
    "about the contributor*",
    "tags",
    "categories",
    "filed under*",
    "topics",
    "post navigation",
    "advertisement",
    "sponsored*",
    "rate this*",
    "was this helpful*",
    "was this page helpful*",
    "was this article helpful*",
    "feedback",
    "download our*",
    "search",
    "archives",
    "quick links",
    "site map",
    "our newsletter*",
    "privacy overview",
    "cookie*",
    "share this post",
    "verwandte *",
    "ähnliche *",
    "das könnte *",
    "auch interessant*",
    "mehr zum thema*",
    "kommentare*",
    "teilen*",
    "articles similaires*",
    "à lire aussi*",
    "lire aussi*",
    "sur le même sujet*",
    "commentaires*",
    "artículos relacionados*",
    "noticias relacionadas*",
    "entradas relacionadas*",
    "te puede interesar*",
    "comentarios*",
    "comparte*",
    "articoli correlati*",
    "leggi anche*",
    "potrebbe interessarti*",
    "commenti*",
    "artigos relacionados*",
    "leia também*",
    "veja também*",
    "comentários*",
    "gerelateerde *",
    "lees ook*",
    "reacties*",
    "powiązane *",
    "zobacz także*",
    "komentarze*",
    "похожие *",
    "читайте также*",
    "комментарии*",
    "関連記事*",
    "コメント*",
    "相关文章*",
    "相关阅读*",
    "评论*",
    "관련 기사*",
    "댓글*",
};

static const char *const calls[] = {
    "share",
    "share this*",
    "share on*",
    "share via*",
    "tweet",
    "pin it",
    "print",
    "email",
    "copy link",
    "link copied*",
    "read more",
    "learn more",
    "continue reading*",
    "advertisement",
    "advertising",
    "sponsored",
    "ad",
    "subscribe*",
    "sign up*",
    "click here to subscribe*",
    "follow us*",
    "back to top",
    "skip to*",
    "jump to*",
    "scroll to*",
    "table of contents",
    "edit this page",
    "save",
    "like",
    "like this*",
    "loading*",
    "comments",
    "no comments*",
    "leave a comment*",
    "add a comment*",
    "view all*",
    "see all*",
    "show more",
    "load more*",
    "previous",
    "next",
    "previous article*",
    "next article*",
    "previous post*",
    "next post*",
    "post comment",
    "cancel reply",
    "log in*",
    "story continues below*",
    "article continues below*",
    "affiliate disclosure",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "pubblicità",
    "reklama",
    "реклама",
    "teilen",
    "partager",
    "compartir",
    "condividi",
    "広告",
    "all rights reserved*",
    "share this article*",
    "photo credit*",
    "photo by *",
    "photo courtesy*",
    "image credit*",
    "image source*",
    "image courtesy*",
    "image used *",
    "add as a preferred source*",
    "follow us on google news*",
};

static const char *const pointers[] = {
    "related *",
    "also read*",
    "read also*",
    "read more*",
    "read next*",
    "see also*",
    "more on*",
    "recommended*",
    "you may also*",
    "you might also*",
    "must read*",
    "prev *",
    "previous *",
    "up next*",
    "further reading*",
    "dont miss*",
    "don t miss*",
    "lire aussi*",
    "à lire aussi*",
    "lesen sie auch*",
    "mehr zum thema*",
    "lee también*",
    "leia também*",
    "leggi anche*",
    "lees ook*",
    "читайте также*",
    "zobacz także*",
};

enum {
    LATIN = 0xC9 /* the highest byte with which a Latin letter begins */
};

/*
 * Appends the words of s, folded and parted by single blanks.
 */
static void
add_words(struct buf *out, struct str s)
{
    struct buf folded = {0};

    utf8_add_folded(&folded, s);
    for (size_t i = 0; i < folded.len; i++) {
        unsigned char c = (unsigned char)folded.ptr[i];
        bool is_mark = c == 0xE2 && i + 2 < folded.len &&
                       (unsigned char)folded.ptr[i + 1] >= 0x80;
        bool is_letter = !is_mark && (c >= 0x80 || (c >= 'a' && c <= 'z') ||
                                         (c >= '0' && c <= '9'));
        if (is_mark)
            i += 2;
        if (is_letter)
            buf_add_char(out, (char)c);
        else if (out->len > 0 && out->ptr[out->len - 1] != ' ')
            buf_add_char(out, ' ');
    }
    buf_done(&folded);
}

static bool
fits(struct str text, const char *const *phrases, size_t n)
{
    struct buf line = {0};
    bool does_fit = false;

    if (text.len > 300)
        return false;
    add_words(&line, text);
    struct str s = str_trim(buf_str(&line));
    const bool is_ascii = utf8_is_ascii(s);
    for (size_t i = 0; i < n && s.len > 0; i++) {
        struct buf phrase = {0};
        struct str p = str_of(phrases[i]);
        unsigned char first = (unsigned char)p.ptr[0];
        /* Folding keeps ASCII letters and makes none of those that are not
         * Latin, so most are told apart at once. */
        if (first < 0x80 ? p.ptr[0] != s.ptr[0] : first > LATIN && is_ascii)
            continue;
        bool is_open = str_ends(p, STR("*"));
        struct str w = str_trim(str_slice(p, 0, p.len - is_open));
        if (!utf8_is_ascii(p)) {
            add_words(&phrase, p);
            w = str_trim(buf_str(&phrase));
        }
        does_fit |= is_open ? str_starts(s, w) : str_eq(s, w);
        buf_done(&phrase);
    }
    buf_done(&line);
    return does_fit;
}

bool
notices_announce(struct str text)
{
    return fits(text, headings, sizeof headings / sizeof *headings);
}

bool
notices_call(struct str text)
{
    return fits(text, calls, sizeof calls / sizeof *calls);
}

bool
notices_point(struct str text)
{
    return fits(text, pointers, sizeof pointers / sizeof *pointers);
}
