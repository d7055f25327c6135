# SPDX-License-Identifier: ISC
"""Completions for shells, made from the table of options."""
import re

HEAD = "# SPDX-License-Identifier: ISC"
NOTE = "# Made by tests/lint/generated.py from the table of options."


def first_phrase(option):
    """Returns the beginning of the help, short enough for a list."""
    return re.split("[;:]", option.help)[0]


def setting_words(known):
    """Returns what can follow --set: whole where the values are known."""
    words = []
    for option in known.settings():
        words += [f"{option.name}={choice}" for choice in option.choices()] \
            or [f"{option.name}="]
    return words


def bash_names(option):
    """Returns the words that a value of the option can follow."""
    names = []
    if option.letter:
        names.append(f"-{option.letter}")
    if option.on_command:
        names += [f"--{option.name}", f"--{option.name}="]
    if option.in_file:
        names.append(f"{option.name}=")
    return " | ".join(names)


def bash_action(option, known):
    """Returns what to do for a value: offer words, files or nothing."""
    words = option.choices()
    if option.kind == "PAIR":
        words = [f"{row.name}=" for row in known.settings()]
    if words:
        return f"words='{' '.join(words)}'"
    return "return" if option.allowed == "FILE" else \
        "compopt +o default && return"


def bash(known):
    yield HEAD
    yield NOTE
    yield """
_gutread()
{
    local current=${COMP_WORDS[COMP_CWORD]}
    local option=${COMP_WORDS[COMP_CWORD - 1]}
    local words=

    # To bash, the equals sign is a word of its own.
    if [[ $current == = ]]; then
        current=
        option+='='
    elif [[ $option == = && $COMP_CWORD -ge 2 ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}=
    fi
    COMPREPLY=()
    case $option in"""
    for option in known.options:
        if option.value():
            yield f"    {bash_names(option)})"
            yield f"        {bash_action(option, known)}"
            yield "        ;;"
    yield "    *)"
    yield "        [[ $current == -* ]] || return"
    yield "        words='"
    for option in known.commands():
        yield f"            --{option.name}" + ("=" if option.value() else "")
    yield "        '"
    yield "        ;;"
    yield """    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi
}
complete -o default -F _gutread gutread"""


def zsh_action(option, known):
    if option.kind == "PAIR":
        return f"({' '.join(setting_words(known))})"
    if option.allowed == "FILE":
        return "_files"
    if option.allowed == "URL":
        return "_urls"
    return f"({' '.join(option.choices())})" if option.choices() else ""


def zsh(known):
    yield "#compdef gutread"
    yield HEAD
    yield NOTE
    yield ""
    yield "_arguments -s -S \\"
    for option in known.commands():
        text = first_phrase(option).replace("'", "'\\''").replace("]", "\\]")
        text = text.replace("[", "\\[")
        equals = "=" if option.value() else ""
        names = f"--{option.name}{equals}"
        exclude = f"--{option.name}"
        if option.kind == "FLAG" and option.allowed:
            exclude += f" --{option.allowed}"
        if option.letter:
            names = f"{{-{option.letter}{'+' if equals else ''},{names}}}"
            exclude += f" -{option.letter}"
        value = f":{option.allowed if option.kind != 'CHOICE' else 'value'}" \
            f":{zsh_action(option, known)}" if equals else ""
        mark = "*" if option.kind == "PAIR" else f"({exclude})"
        spec = f"'{mark}'{names}'[{text}]{value}'"
        yield f"    {spec} \\"
    yield "    '*:source:_files'"


def fish(known):
    yield HEAD
    yield NOTE
    yield ""
    for option in known.commands():
        line = "complete -c gutread"
        if option.letter:
            line += f" -s {option.letter}"
        line += f" -l {option.name}"
        if option.kind == "PAIR":
            line += f" -x -a '{' '.join(setting_words(known))}'"
        elif option.allowed == "FILE":
            line += " -r -F"
        elif option.value():
            line += " -x"
            if option.choices():
                line += f" -a '{' '.join(option.choices())}'"
        text = first_phrase(option).replace("\\", "\\\\").replace("'", "\\'")
        yield f"{line} -d '{text}'"
