# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for breadcrumbs(1)

_breadcrumbs_ids ()
{
  breadcrumbs list --limit 20 2>/dev/null | cut -c 1-8
}

_breadcrumbs_options ()
{
  case $1 in
    add) echo '--verbatim --next --dry-run --json --help' ;;
    last) echo '--since --until --state --topic --person --kind --search --json --help' ;;
    list) echo '--since --until --state --topic --person --kind --search --limit --json --help' ;;
    show | resume | later | let-go | undo | status) echo '--json --help' ;;
    capture) echo '--hotkey --help' ;;
    export) echo '--format --help' ;;
    import) echo '--strict --dry-run --help' ;;
    help) echo '--help' ;;
  esac
}

_breadcrumbs ()
{
  local cur=${COMP_WORDS[COMP_CWORD]}
  local prev=${COMP_WORDS[COMP_CWORD - 1]}
  local verb=${COMP_WORDS[1]}
  local verbs='add last list show resume later let-go undo capture status export import help'
  local words=''

  if [ "$COMP_CWORD" -eq 1 ]; then
    words="$verbs --background --capture --resume --preferences --version --help"
  else
    case $prev in
      --state) words='open trail resumed let-go parked answered dropped routed taken' ;;
      --kind) words='bug incident question shift meeting waiting self break' ;;
      --since | --until) words='today yesterday 1h 1d 1w' ;;
      --format) words='jsonl csv markdown' ;;
      --next | --topic | --person | --search | --limit) ;;
      *)
        case $verb,$cur in
          *,-*) words=$(_breadcrumbs_options "$verb") ;;
          show,* | resume,* | later,* | let-go,*) words=$(_breadcrumbs_ids) ;;
          export,* | import,*) COMPREPLY=($(compgen -f -- "$cur")); return ;;
          help,*) words=$verbs ;;
        esac
        ;;
    esac
  fi

  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}

complete -o filenames -F _breadcrumbs breadcrumbs
