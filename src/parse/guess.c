/* SPDX-License-Identifier: ISC */
/*
 * guess - what charset bytes look like to uchardet
 */
#include "guess.h"

#include "label.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <uchardet.h>

/* What is called of the library, by its header's name and type. */
struct uchardet {
    __typeof__(&uchardet_new) new;
    __typeof__(&uchardet_handle_data) handle_data;
    __typeof__(&uchardet_data_end) data_end;
    __typeof__(&uchardet_get_charset) get_charset;
    __typeof__(&uchardet_delete) delete;
};

void *
guess_load(void)
{
    return dlopen("libuchardet.so.0", RTLD_NOW | RTLD_LOCAL);
}

void
guess_unload(void *library)
{
    if (library)
        dlclose(library);
}

/*
 * Puts the function called name at out_function, a pointer to its type.
 */
static bool
find(void *library, const char *name, void *out_function)
{
    void *function = dlsym(library, name);

    memcpy(out_function, &function, sizeof function);
    return function != NULL;
}

static bool
find_all(void *library, struct uchardet *out)
{
    return find(library, "uchardet_new", &out->new) &&
           find(library, "uchardet_handle_data", &out->handle_data) &&
           find(library, "uchardet_data_end", &out->data_end) &&
           find(library, "uchardet_get_charset", &out->get_charset) &&
           find(library, "uchardet_delete", &out->delete);
}

const char *
guess_name(struct str bytes)
{
    void *library = guess_load();
    struct uchardet u;
    const char *name = NULL;

    if (library && find_all(library, &u)) {
        uchardet_t detector = u.new();
        if (u.handle_data(detector, bytes.ptr, bytes.len) == 0) {
            u.data_end(detector);
            name = label_find(str_of(u.get_charset(detector)));
        }
        u.delete(detector);
    }
    guess_unload(library);
    return name;
}
