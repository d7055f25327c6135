# SPDX-License-Identifier: ISC
# Made by tests/lint/generated.py from the table of options.

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
    case $option in
    -s | --section | --section=)
        compopt +o default && return
        ;;
    -f | --format | --format=)
        words='text ansi markdown html json'
        ;;
    -w | --width | --width= | width=)
        compopt +o default && return
        ;;
    --links | --links= | links=)
        words='none end inline'
        ;;
    --color | --color= | color=)
        words='auto always never'
        ;;
    --hyperlinks | --hyperlinks= | hyperlinks=)
        words='auto always never'
        ;;
    --type | --type=)
        words='markdown html text feed'
        ;;
    --base-url | --base-url=)
        compopt +o default && return
        ;;
    --max-size | --max-size= | max-size=)
        compopt +o default && return
        ;;
    --timeout | --timeout= | timeout=)
        compopt +o default && return
        ;;
    --reading-list | --reading-list=)
        compopt +o default && return
        ;;
    --search | --search=)
        compopt +o default && return
        ;;
    --subscribe | --subscribe=)
        compopt +o default && return
        ;;
    --unsubscribe | --unsubscribe=)
        compopt +o default && return
        ;;
    --import | --import=)
        return
        ;;
    --export | --export=)
        compopt +o default && return
        ;;
    --config | --config=)
        return
        ;;
    --set | --set=)
        words='width= links= color= hyperlinks= max-size= timeout= require-sandbox= measure= wrap= mouse= keymap= prefetch= browser= library.max-size= user-agent='
        ;;
    measure=)
        compopt +o default && return
        ;;
    wrap=)
        words='pretty greedy'
        ;;
    mouse=)
        words='yes no'
        ;;
    keymap=)
        words='gutread less'
        ;;
    prefetch=)
        compopt +o default && return
        ;;
    browser=)
        compopt +o default && return
        ;;
    library.max-size=)
        compopt +o default && return
        ;;
    user-agent=)
        compopt +o default && return
        ;;
    *)
        [[ $current == -* ]] || return
        words='
            --toc
            --faq
            --section=
            --body
            --full-page
            --expand
            --collapse
            --prev
            --next
            --format=
            --width=
            --links=
            --color=
            --hyperlinks=
            --type=
            --feed
            --base-url=
            --max-size=
            --timeout=
            --no-cache
            --offline
            --require-sandbox
            --save
            --remove
            --list
            --reading-list=
            --search=
            --subscribe=
            --unsubscribe=
            --refresh
            --import=
            --export=
            --reextract
            --config=
            --set=
            --print-config
            --print-keys
            --help
            --version
        '
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi
}
complete -o default -F _gutread gutread
