/* SPDX-License-Identifier: ISC */
/*
 * month - the names of months, in many languages
 *
 * Names are written here as they are compared: in small letters without
 * accents. Those that stand in dates are in the case that dates want, as
 * "stycznia". A short form that two languages cut from different months, as
 * "mar", is that of the language that comes first.
 */
#include "month.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdbool.h>

enum {
    MIN_LETTERS = 3,
    MAX_NAME = 40 /* bytes; longer words are no months */
};

/* English, German, French, Spanish, Italian, Portuguese, Dutch, the languages
 * of Scandinavia, Polish, Czech, Hungarian, Romanian, Indonesian, Turkish,
 * Russian, Ukrainian, Greek, Finnish; months with the same letters once. */
static const char *const names[12] = {
    "january januar janvier enero gennaio janeiro januari jan janner stycznia "
    "styczen ledna leden ianuarie ocak января январь січня ιανουαριου "
    "tammikuuta tammikuu",
    "february februar fevrier febrero febbraio fevereiro februari feber lutego "
    "luty unora unor februarie subat февраля февраль лютого φεβρουαριου "
    "helmikuuta helmikuu",
    "march marz maerz mrz mars marzo marco maart mrt marts marca marzec brezna "
    "brezen marcius martie maret mart марта март березня μαρτιου maaliskuuta "
    "maaliskuu",
    "april avril abril aprile kwietnia kwiecien dubna duben aprilis aprilie "
    "nisan апреля апрель квітня απριλιου huhtikuuta huhtikuu",
    "may mai mayo maggio maio mei maj maja kvetna kveten majus mayis мая маи "
    "травня μαιου toukokuuta toukokuu",
    "june juni juin junio giugno junho czerwca czerwiec cervna cerven junius "
    "iunie haziran июня июнь червня ιουνιου kesakuuta kesakuu",
    "july juli juillet julio luglio julho lipca lipiec cervence cervenec "
    "julius iulie temmuz июля июль липня ιουλιου heinakuuta heinakuu",
    "august aout agosto augustus augusti sierpnia sierpien srpna srpen "
    "augusztus agustus agustos августа август серпня αυγουστου elokuuta "
    "elokuu",
    "september septembre septiembre settembre setembro sept wrzesnia wrzesien "
    "zari szeptember septembrie eylul сентября сентябрь вересня σεπτεμβριου "
    "syyskuuta syyskuu",
    "october oktober octobre octubre ottobre outubro pazdziernika pazdziernik "
    "rijna rijen octombrie ekim октября октябрь жовтня οκτωβριου lokakuuta "
    "lokakuu",
    "november novembre noviembre novembro listopada listopad noiembrie kasim "
    "ноября ноябрь листопада νοεμβριου marraskuuta marraskuu",
    "december dezember decembre diciembre dicembre dezembro desember grudnia "
    "grudzien prosince prosinec decembrie aralik декабря декабрь грудня "
    "δεκεμβριου joulukuuta joulukuu",
};

static size_t
count_letters(struct str s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

static int
find_name(struct str word, bool is_whole)
{
    for (int i = 0; i < 12; i++) {
        struct str all = str_of(names[i]), name;
        while ((name = str_next_word(&all)).len > 0)
            if (is_whole ? str_eq(name, word) : str_starts(name, word))
                return i + 1;
    }
    return 0;
}

int
month_find(struct str word)
{
    struct buf folded = {0};
    int month = 0;

    if (word.len < MIN_LETTERS || word.len > MAX_NAME)
        return 0;
    utf8_add_folded(&folded, word);
    struct str s = buf_str(&folded);
    if (count_letters(s) >= MIN_LETTERS) {
        month = find_name(s, true);
        if (month == 0)
            month = find_name(s, false);
    }
    buf_done(&folded);
    return month;
}
