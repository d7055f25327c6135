/* SPDX-License-Identifier: ISC */
/*
 * waywords - how pages call the posts before and behind a post
 */
#include "waywords.h"

#include "base/buf.h"
#include "base/utf8.h"

static const struct wayword words[] = {
    {STR_INIT("previous post"), WAY_PREV},
    {STR_INIT("previous article"), WAY_PREV},
    {STR_INIT("previous entry"), WAY_PREV},
    {STR_INIT("previous story"), WAY_PREV},
    {STR_INIT("previous page"), WAY_PREV},
    {STR_INIT("previous chapter"), WAY_PREV},
    {STR_INIT("previous lesson"), WAY_PREV},
    {STR_INIT("previous section"), WAY_PREV},
    {STR_INIT("previous"), WAY_PREV},
    {STR_INIT("prev"), WAY_PREV},
    {STR_INIT("older post"), WAY_PREV},
    {STR_INIT("older"), WAY_PREV},
    {STR_INIT("next post"), WAY_NEXT},
    {STR_INIT("next article"), WAY_NEXT},
    {STR_INIT("next entry"), WAY_NEXT},
    {STR_INIT("next story"), WAY_NEXT},
    {STR_INIT("next page"), WAY_NEXT},
    {STR_INIT("next chapter"), WAY_NEXT},
    {STR_INIT("next lesson"), WAY_NEXT},
    {STR_INIT("next section"), WAY_NEXT},
    {STR_INIT("next"), WAY_NEXT},
    {STR_INIT("newer post"), WAY_NEXT},
    {STR_INIT("newer"), WAY_NEXT},
    {STR_INIT("earlier post"), WAY_PREV},
    {STR_INIT("earlier"), WAY_PREV},
    {STR_INIT("later post"), WAY_NEXT},
    {STR_INIT("read next"), WAY_NEXT},
    {STR_INIT("up next"), WAY_NEXT},
    {STR_INIT("vorheriger artikel"), WAY_PREV},
    {STR_INIT("vorheriger beitrag"), WAY_PREV},
    {STR_INIT("vorheriger"), WAY_PREV},
    {STR_INIT("vorherige"), WAY_PREV},
    {STR_INIT("älterer beitrag"), WAY_PREV},
    {STR_INIT("ältere beiträge"), WAY_PREV},
    {STR_INIT("neuerer beitrag"), WAY_NEXT},
    {STR_INIT("neuere beiträge"), WAY_NEXT},
    {STR_INIT("voriger"), WAY_PREV},
    {STR_INIT("zurück"), WAY_PREV},
    {STR_INIT("nächster artikel"), WAY_NEXT},
    {STR_INIT("nächster beitrag"), WAY_NEXT},
    {STR_INIT("nächster"), WAY_NEXT},
    {STR_INIT("nächste"), WAY_NEXT},
    {STR_INIT("weiter"), WAY_NEXT},
    {STR_INIT("article précédent"), WAY_PREV},
    {STR_INIT("billet précédent"), WAY_PREV},
    {STR_INIT("billet suivant"), WAY_NEXT},
    {STR_INIT("précédent"), WAY_PREV},
    {STR_INIT("article suivant"), WAY_NEXT},
    {STR_INIT("suivant"), WAY_NEXT},
    {STR_INIT("entrada anterior"), WAY_PREV},
    {STR_INIT("artículo anterior"), WAY_PREV},
    {STR_INIT("anterior"), WAY_PREV},
    {STR_INIT("entrada siguiente"), WAY_NEXT},
    {STR_INIT("artículo siguiente"), WAY_NEXT},
    {STR_INIT("siguiente"), WAY_NEXT},
    {STR_INIT("post anterior"), WAY_PREV},
    {STR_INIT("próximo post"), WAY_NEXT},
    {STR_INIT("próximo artigo"), WAY_NEXT},
    {STR_INIT("artigo anterior"), WAY_PREV},
    {STR_INIT("próximo artículo"), WAY_NEXT},
    {STR_INIT("próximo"), WAY_NEXT},
    {STR_INIT("próxima publicação"), WAY_NEXT},
    {STR_INIT("próxima entrada"), WAY_NEXT},
    {STR_INIT("próxima"), WAY_NEXT},
    {STR_INIT("seguinte"), WAY_NEXT},
    {STR_INIT("articolo precedente"), WAY_PREV},
    {STR_INIT("precedente"), WAY_PREV},
    {STR_INIT("articolo successivo"), WAY_NEXT},
    {STR_INIT("successivo"), WAY_NEXT},
    {STR_INIT("post precedente"), WAY_PREV},
    {STR_INIT("post successivo"), WAY_NEXT},
    {STR_INIT("prossimo"), WAY_NEXT},
    {STR_INIT("vorig bericht"), WAY_PREV},
    {STR_INIT("vorige bericht"), WAY_PREV},
    {STR_INIT("vorige artikel"), WAY_PREV},
    {STR_INIT("vorige"), WAY_PREV},
    {STR_INIT("volgend bericht"), WAY_NEXT},
    {STR_INIT("volgende bericht"), WAY_NEXT},
    {STR_INIT("volgende artikel"), WAY_NEXT},
    {STR_INIT("volgende"), WAY_NEXT},
    {STR_INIT("poprzedni wpis"), WAY_PREV},
    {STR_INIT("następny wpis"), WAY_NEXT},
    {STR_INIT("poprzedni artykuł"), WAY_PREV},
    {STR_INIT("poprzedni"), WAY_PREV},
    {STR_INIT("następny artykuł"), WAY_NEXT},
    {STR_INIT("następny"), WAY_NEXT},
    {STR_INIT("föregående inlägg"), WAY_PREV},
    {STR_INIT("föregående artikel"), WAY_PREV},
    {STR_INIT("föregående"), WAY_PREV},
    {STR_INIT("nästa inlägg"), WAY_NEXT},
    {STR_INIT("nästa artikel"), WAY_NEXT},
    {STR_INIT("nästa"), WAY_NEXT},
    {STR_INIT("forrige indlæg"), WAY_PREV},
    {STR_INIT("forrige innlegg"), WAY_PREV},
    {STR_INIT("forrige artikel"), WAY_PREV},
    {STR_INIT("forrige artikkel"), WAY_PREV},
    {STR_INIT("forrige"), WAY_PREV},
    {STR_INIT("næste indlæg"), WAY_NEXT},
    {STR_INIT("næste artikel"), WAY_NEXT},
    {STR_INIT("næste"), WAY_NEXT},
    {STR_INIT("neste innlegg"), WAY_NEXT},
    {STR_INIT("neste artikkel"), WAY_NEXT},
    {STR_INIT("neste"), WAY_NEXT},
    {STR_INIT("edellinen artikkeli"), WAY_PREV},
    {STR_INIT("edellinen kirjoitus"), WAY_PREV},
    {STR_INIT("edellinen"), WAY_PREV},
    {STR_INIT("seuraava artikkeli"), WAY_NEXT},
    {STR_INIT("seuraava kirjoitus"), WAY_NEXT},
    {STR_INIT("seuraava"), WAY_NEXT},
    {STR_INIT("předchozí článek"), WAY_PREV},
    {STR_INIT("předchozí příspěvek"), WAY_PREV},
    {STR_INIT("předchozí"), WAY_PREV},
    {STR_INIT("následující článek"), WAY_NEXT},
    {STR_INIT("následující"), WAY_NEXT},
    {STR_INIT("další článek"), WAY_NEXT},
    {STR_INIT("další příspěvek"), WAY_NEXT},
    {STR_INIT("další"), WAY_NEXT},
    {STR_INIT("előző bejegyzés"), WAY_PREV},
    {STR_INIT("előző cikk"), WAY_PREV},
    {STR_INIT("előző"), WAY_PREV},
    {STR_INIT("következő bejegyzés"), WAY_NEXT},
    {STR_INIT("következő cikk"), WAY_NEXT},
    {STR_INIT("következő"), WAY_NEXT},
    {STR_INIT("попередній запис"), WAY_PREV},
    {STR_INIT("попередній"), WAY_PREV},
    {STR_INIT("наступний запис"), WAY_NEXT},
    {STR_INIT("наступний"), WAY_NEXT},
    {STR_INIT("προηγούμενο άρθρο"), WAY_PREV},
    {STR_INIT("προηγούμενο"), WAY_PREV},
    {STR_INIT("επόμενο άρθρο"), WAY_NEXT},
    {STR_INIT("επόμενο"), WAY_NEXT},
    {STR_INIT("önceki yazı"), WAY_PREV},
    {STR_INIT("önceki makale"), WAY_PREV},
    {STR_INIT("önceki"), WAY_PREV},
    {STR_INIT("sonraki yazı"), WAY_NEXT},
    {STR_INIT("sonraki makale"), WAY_NEXT},
    {STR_INIT("sonraki"), WAY_NEXT},
    {STR_INIT("предыдущая запись"), WAY_PREV},
    {STR_INIT("предыдущая статья"), WAY_PREV},
    {STR_INIT("предыдущая публикация"), WAY_PREV},
    {STR_INIT("предыдущая"), WAY_PREV},
    {STR_INIT("предыдущий пост"), WAY_PREV},
    {STR_INIT("предыдущий"), WAY_PREV},
    {STR_INIT("следующая запись"), WAY_NEXT},
    {STR_INIT("следующая статья"), WAY_NEXT},
    {STR_INIT("следующая публикация"), WAY_NEXT},
    {STR_INIT("следующая"), WAY_NEXT},
    {STR_INIT("следующий пост"), WAY_NEXT},
    {STR_INIT("следующий"), WAY_NEXT},
    {STR_INIT("前の記事"), WAY_PREV},
    {STR_INIT("前の投稿"), WAY_PREV},
    {STR_INIT("次の投稿"), WAY_NEXT},
    {STR_INIT("前へ"), WAY_PREV},
    {STR_INIT("次の記事"), WAY_NEXT},
    {STR_INIT("次へ"), WAY_NEXT},
    {STR_INIT("上一篇"), WAY_PREV},
    {STR_INIT("下一篇"), WAY_NEXT},
    {STR_INIT("前一篇"), WAY_PREV},
    {STR_INIT("后一篇"), WAY_NEXT},
    {STR_INIT("이전글"), WAY_PREV},
    {STR_INIT("다음글"), WAY_NEXT},
    {STR_INIT("이전 글"), WAY_PREV},
    {STR_INIT("다음 글"), WAY_NEXT},
    {STR_INIT("vorig artikel"), WAY_PREV},
    {STR_INIT("المقال السابق"), WAY_PREV},
    {STR_INIT("المقالة السابقة"), WAY_PREV},
    {STR_INIT("التدوينة السابقة"), WAY_PREV},
    {STR_INIT("السابق"), WAY_PREV},
    {STR_INIT("הפוסט הקודם"), WAY_PREV},
    {STR_INIT("המאמר הקודם"), WAY_PREV},
    {STR_INIT("попередня стаття"), WAY_PREV},
    {STR_INIT("προηγούμενη δημοσίευση"), WAY_PREV},
    {STR_INIT("bài trước"), WAY_PREV},
    {STR_INIT("bài viết trước"), WAY_PREV},
    {STR_INIT("articolul anterior"), WAY_PREV},
    {STR_INIT("articolul precedent"), WAY_PREV},
    {STR_INIT("artikel sebelumnya"), WAY_PREV},
    {STR_INIT("pos sebelumnya"), WAY_PREV},
    {STR_INIT("publication précédente"), WAY_PREV},
    {STR_INIT("publicación anterior"), WAY_PREV},
    {STR_INIT("publicação anterior"), WAY_PREV},
    {STR_INIT("이전 포스트"), WAY_PREV},
    {STR_INIT("prethodni članak"), WAY_PREV},
    {STR_INIT("bài đăng trước"), WAY_PREV},
    {STR_INIT("volgend artikel"), WAY_NEXT},
    {STR_INIT("المقال التالي"), WAY_NEXT},
    {STR_INIT("المقالة التالية"), WAY_NEXT},
    {STR_INIT("التدوينة التالية"), WAY_NEXT},
    {STR_INIT("التالي"), WAY_NEXT},
    {STR_INIT("הפוסט הבא"), WAY_NEXT},
    {STR_INIT("המאמר הבא"), WAY_NEXT},
    {STR_INIT("наступна стаття"), WAY_NEXT},
    {STR_INIT("επόμενη δημοσίευση"), WAY_NEXT},
    {STR_INIT("bài tiếp theo"), WAY_NEXT},
    {STR_INIT("bài viết tiếp theo"), WAY_NEXT},
    {STR_INIT("articolul următor"), WAY_NEXT},
    {STR_INIT("artikel selanjutnya"), WAY_NEXT},
    {STR_INIT("artikel berikutnya"), WAY_NEXT},
    {STR_INIT("pos berikutnya"), WAY_NEXT},
    {STR_INIT("publication suivante"), WAY_NEXT},
    {STR_INIT("publicación siguiente"), WAY_NEXT},
    {STR_INIT("다음 포스트"), WAY_NEXT},
    {STR_INIT("sljedeći članak"), WAY_NEXT},
};

const struct wayword *
waywords_all(size_t *out_n)
{
    *out_n = sizeof words / sizeof *words;
    return words;
}

/*
 * Tells whether s begins with word, which is no longer.
 */
static bool
begins(struct str s, struct str word)
{
    struct buf first = {0};
    uint32_t cp;

    if ((unsigned char)word.ptr[0] < 0x80)
        return str_starts_nocase(s, word);
    size_t n = utf8_decode(s.ptr, s.len, &cp);
    utf8_add_lower(&first, str_slice(s, 0, n));
    bool is_start =
        str_starts_nocase(word, buf_str(&first)) &&
        str_starts_nocase(str_slice(s, n, s.len),
            str_slice(
                word, first.len < word.len ? first.len : word.len, word.len));
    buf_done(&first);
    return is_start;
}

const struct wayword *
waywords_next(struct str s, const struct wayword *last)
{
    const struct wayword *end = words + sizeof words / sizeof *words;
    const char first = s.len > 0 ? str_lower(s.ptr[0]) : '\0';

    /* Most are told apart by the first byte: no case makes ASCII of another
     * letter, or another of it. */
    for (const struct wayword *w = last ? last + 1 : words; w < end; w++) {
        const bool may_begin =
            (first & 0x80) ? (w->text.ptr[0] & 0x80) : w->text.ptr[0] == first;
        if (may_begin && s.len >= w->text.len && begins(s, w->text))
            return w;
    }
    return NULL;
}
