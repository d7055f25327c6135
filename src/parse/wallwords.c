/* SPDX-License-Identifier: ISC */
/*
 * wallwords - what pages say that keep their article to themselves
 *
 * Phrases are in small letters; accents make no difference.
 */
#include "wallwords.h"

#include "base/utf8.h"

#include <stddef.h>

/* A text is about cookies if it names them so often, in so many bytes each. */
enum {
    MIN_COOKIES = 3,
    COOKIE_TEXT = 400
};

static const char *const challenge_titles[] = {
    "just a moment",
    "attention required",
    "access denied",
    "access to this page has been denied",
    "security check",
    "security verification",
    "request unsuccessful",
    "ddos-guard",
    "are you a robot",
    "robot or human",
    "are you human",
    "bot verification",
    "human verification",
    "verify you",
    "verifying",
    "captcha",
    "pardon our interruption",
    "client challenge",
    "checking your browser",
    "one moment, please",
    "un momento",
    "un instant",
    "einen moment",
    "nur einen moment",
    "un attimo",
    "um momento",
    "een moment",
    "sicherheitsuberprufung",
    "verification de securite",
};

static const char *const challenges[] = {
    "verify you are human",
    "verify you are a human",
    "verify that you are human",
    "verify that you are a",
    "verify that you are not",
    "verify that you're not",
    "verify you're human",
    "verifying you are human",
    "verifying your browser",
    "confirm you are human",
    "confirm you are a human",
    "confirm you're not",
    "confirm that you are human",
    "confirm that you are not",
    "confirm that you're not",
    "prove you are human",
    "prove you're not",
    "you are not a robot",
    "you're not a robot",
    "i'm not a robot",
    "you're not a bot",
    "you are not a bot",
    "checking your browser",
    "checking if the site connection is secure",
    "complete the security check",
    "performing security verification",
    "enable javascript and cookies to continue",
    "enable cookies and javascript",
    "please enable cookies",
    "please enable js and",
    "you have been blocked",
    "you've been blocked",
    "request unsuccessful",
    "unusual traffic",
    "unusual activity from your",
    "automated access",
    "automated traffic",
    "automated requests",
    "solve the captcha",
    "complete the captcha",
    "captcha below",
    "you don't have permission to access",
    "dass sie kein roboter",
    "dass du kein roboter",
    "dass sie ein mensch",
    "dass du ein mensch",
    "pas un robot",
    "vous etes humain",
    "etes un humain",
    "no eres un robot",
    "no es un robot",
    "que eres humano",
    "que es humano",
    "nao e um robo",
    "que voce e humano",
    "non sei un robot",
    "che sei umano",
    "geen robot",
    "een mens bent",
    "nie jestes robotem",
    "не робот",
    "ロボットではない",
    "人机验证",
    "安全验证",
    "機器人",
    "로봇이 아닙니다",
};

static const char *const consent_titles[] = {
    "before you continue",
    "we value your privacy",
    "your privacy choices",
    "privacy settings",
    "cookie consent",
    "cookie settings",
    "consent",
    "bevor du weitergehst",
    "bevor sie fortfahren",
    "privatsphare",
    "datenschutzeinstellungen",
    "avant de continuer",
    "antes de continuar",
    "prima di continuare",
    "voordat je verdergaat",
    "zanim przejdziesz",
};

static const char *const consents[] = {
    "accept all",
    "accept cookies",
    "accept and continue",
    "agree and continue",
    "i agree",
    "alle akzeptieren",
    "akzeptieren und weiter",
    "zustimmen und weiter",
    "tout accepter",
    "accepter et continuer",
    "aceptar todo",
    "aceptar y continuar",
    "accetta tutto",
    "accetta e continua",
    "alles accepteren",
    "accepteer alles",
    "aceitar tudo",
    "aceitar todos",
    "zaakceptuj",
    "принять все",
    "すべて同意",
    "全部接受",
};

/* What a part of a page says, besides "cookie", that asks for consent. */
static const char *const askings[] = {
    "use cookies",
    "uses cookies",
    "use of cookies",
    "using cookies",
    "such as cookies",
    "cookie policy",
    "your privacy",
    "consent",
    "verwendet cookies",
    "verwenden cookies",
    "nutzen cookies",
    "datenschutz",
    "utilise des cookies",
    "utilisons des cookies",
    "confidentialite",
    "utiliza cookies",
    "utilizamos cookies",
    "privacidad",
    "privacidade",
    "utilizza cookie",
    "utilizza i cookie",
    "gebruikt cookies",
    "gebruiken cookies",
    "plikow cookie",
    "pliki cookie",
    "cookie を",
};

static const char *const logins[] = {
    "log in to continue",
    "login to continue",
    "log in to view",
    "log in to see",
    "log in to read",
    "log in to access",
    "sign in to continue",
    "sign in to view",
    "sign in to see",
    "sign in to read",
    "sign in to access",
    "sign up to continue",
    "please log in",
    "please login",
    "please sign in",
    "you must be logged in",
    "you need to be logged in",
    "you must log in",
    "you need to log in",
    "you must sign in",
    "login required",
    "log in required",
    "create an account to view",
    "create an account to read",
    "create an account to continue",
    "bitte melden sie sich an",
    "bitte melde dich an",
    "bitte einloggen",
    "anmeldung erforderlich",
    "connectez-vous pour",
    "veuillez vous connecter",
    "inicia sesion para",
    "inicie sesion para",
    "accedi per",
    "effettua il login",
    "faca login para",
    "entre para continuar",
    "log in om",
    "zaloguj sie, aby",
    "войдите, чтобы",
    "ログインしてください",
    "请登录",
    "請登入",
    "로그인이 필요",
};

/* What of a page is only for who has logged in, when that is not its text. */
static const char *const talks[] = {
    "to post a",
    "to comment",
    "to reply",
    "to answer",
    "to leave a",
    "to add a",
    "to vote",
    "to rate",
    "to like",
    "to follow",
    "to join the",
    "to participate",
    "um zu kommentieren",
    "um zu antworten",
    "pour commenter",
    "pour repondre",
    "para comentar",
    "para responder",
    "per commentare",
    "om te reageren",
    "aby skomentowac",
    "чтобы оставить комментар",
};

/* Of these two, a line has one of each. */
static const char *const scripts[] = {"javascript", "java script", "scripts"};

static const char *const script_needs[] = {
    "enable",
    "turn on",
    "requires",
    "required",
    "is disabled",
    "need",
    "without",
    "does not work",
    "doesn't work",
    "aktivier",
    "benotig",
    "activer",
    "active ",
    "activez",
    "necessite",
    "activa",
    "habilit",
    "necesita",
    "attiva",
    "abilita",
    "ativ",
    "schakel",
    "wlacz",
    "включит",
    "включен",
    "有効",
    "有效",
    "启用",
    "啟用",
    "활성화",
};

static const char *const pays[] = {
    "subscribe to continue",
    "subscribe to read",
    "subscribe now to read",
    "subscribe to keep reading",
    "subscribe to unlock",
    "subscribe for full access",
    "to continue reading",
    "to keep reading",
    "to read the full",
    "to read the rest",
    "to read this article",
    "to read this story",
    "to unlock this article",
    "continue reading with",
    "continue reading for free",
    "the rest of this article",
    "remainder of this article",
    "this article is for subscribers",
    "this article is for paid",
    "this content is for",
    "this post is for",
    "this story is for subscribers",
    "is reserved for subscribers",
    "is exclusive to subscribers",
    "for subscribers only",
    "subscribers only",
    "subscriber-only",
    "subscriber only",
    "exclusively for subscribers",
    "exclusive to members",
    "reached your limit of free",
    "read your last free",
    "free articles remaining",
    "free articles left",
    "become a member to read",
    "premium content",
    "um weiterzulesen",
    "jetzt weiterlesen",
    "weiterlesen mit",
    "artikel freischalten",
    "lesen sie diesen artikel mit",
    "nur fur abonnenten",
    "reserve aux abonnes",
    "reserve a nos abonnes",
    "pour lire la suite",
    "la suite est reservee",
    "il vous reste",
    "para seguir leyendo",
    "para continuar leyendo",
    "exclusivo para suscriptores",
    "solo para suscriptores",
    "per continuare a leggere",
    "riservato agli abbonati",
    "para continuar lendo",
    "exclusivo para assinantes",
    "om verder te lezen",
    "alleen voor abonnees",
    "aby czytac dalej",
    "tylko dla prenumeratorow",
    "чтобы читать дальше",
    "только для подписчиков",
    "会員限定",
    "続きを読むには",
    "订阅后",
    "구독자 전용",
};

void
wallwords_add(struct buf *out, struct str text)
{
    struct buf folded = {0};

    utf8_add_folded(&folded, text);
    for (size_t i = 0; i < folded.len; i++) {
        const char c = folded.ptr[i];
        if (i + 2 < folded.len && memcmp(folded.ptr + i, "\u2019", 3) == 0) {
            buf_add_char(out, '\'');
            i += 2;
        } else if ((unsigned char)c > ' ') {
            buf_add_char(out, c);
        } else if (out->len > 0 && out->ptr[out->len - 1] != ' ') {
            buf_add_char(out, ' ');
        }
    }
    buf_done(&folded);
}

static bool
holds(struct str text, const char *const *phrases, size_t n)
{
    const bool is_ascii = utf8_is_ascii(text);
    bool does_hold = false;

    for (size_t i = 0; i < n && !does_hold; i++) {
        struct str phrase = str_of(phrases[i]);
        struct buf folded = {0};
        if (!utf8_is_ascii(phrase)) {
            /* No phrase becomes ASCII. */
            if (is_ascii)
                continue;
            utf8_add_folded(&folded, phrase);
            phrase = buf_str(&folded);
        }
        does_hold = str_find(text, phrase, 0) < text.len;
        buf_done(&folded);
    }
    return does_hold;
}

#define HOLDS(text, phrases)                                                   \
    holds((text), (phrases), sizeof(phrases) / sizeof *(phrases))

bool
wallwords_entitle_challenge(struct str text)
{
    return HOLDS(text, challenge_titles);
}

bool
wallwords_challenge(struct str text)
{
    return HOLDS(text, challenges);
}

bool
wallwords_entitle_consent(struct str text)
{
    return HOLDS(text, consent_titles);
}

bool
wallwords_consent(struct str text)
{
    const struct str cookie = STR("cookie");
    size_t n = 0;

    for (size_t at = str_find(text, cookie, 0); at < text.len;
         at = str_find(text, cookie, at + cookie.len))
        n++;
    return n >= MIN_COOKIES && n * COOKIE_TEXT > text.len &&
           HOLDS(text, consents);
}

bool
wallwords_ask_consent(struct str text)
{
    return str_find(text, STR("cookie"), 0) < text.len && HOLDS(text, askings);
}

bool
wallwords_log_in(struct str text)
{
    return HOLDS(text, logins) && !HOLDS(text, talks);
}

bool
wallwords_need_script(struct str text)
{
    return HOLDS(text, scripts) && HOLDS(text, script_needs);
}

bool
wallwords_pay(struct str text)
{
    return HOLDS(text, pays);
}
