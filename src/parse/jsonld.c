/* SPDX-License-Identifier: ISC */
/*
 * jsonld - reads JSON as pages have it
 */
#include "jsonld.h"

#include "base/buf.h"
#include "base/mem.h"
#include "entity.h"

#include <stdlib.h>

static json_t *
load(const char *text)
{
    json_set_alloc_funcs(mem_alloc, free);
    return json_loads(text, JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY, NULL);
}

json_t *
jsonld_load(struct str text)
{
    struct buf clean = {0}, decoded = {0};

    size_t mark = str_find(text, STR("<![CDATA["), 0);
    if (mark < text.len && mark < 16)
        text = str_slice(text, mark + 9, text.len);
    while (text.len > 0 && text.ptr[0] != '{' && text.ptr[0] != '[')
        text = str_slice(text, 1, text.len);
    buf_add_str(&clean, text);
    for (size_t i = 0; i < clean.len; i++)
        if ((unsigned char)clean.ptr[i] < ' ')
            clean.ptr[i] = ' ';
    buf_end(&clean);
    json_t *root = load(clean.ptr);
    if (!root) {
        entity_add(&decoded, buf_str(&clean));
        buf_end(&decoded);
        root = load(decoded.ptr);
    }
    buf_done(&clean);
    buf_done(&decoded);
    return root;
}

struct str
jsonld_text(const json_t *value)
{
    return json_is_string(value)
               ? str_trim((struct str){
                     json_string_value(value), json_string_length(value)})
               : (struct str){0};
}

const json_t *
jsonld_node(const json_t *root, size_t ix)
{
    size_t n = json_array_size(root);

    if (ix < n)
        return json_array_get(root, ix);
    if (n > 0) {
        root = json_array_get(root, 0);
        ix -= n - 1;
    }
    if (!json_is_object(root))
        return NULL;
    return ix == 0 ? root
                   : json_array_get(json_object_get(root, "@graph"), ix - 1);
}
