# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for breadcrumbs(1)

function __breadcrumbs_ids
    breadcrumbs list --limit 20 2>/dev/null | string replace -r '^(\S+)\s+' '$1\t'
end

set -l verbs add last list show resume later let-go undo capture status export import help

complete -c breadcrumbs -f
complete -c breadcrumbs -n __fish_use_subcommand -l background -d 'Be there without a window'
complete -c breadcrumbs -n __fish_use_subcommand -l capture -d 'Open the capture window'
complete -c breadcrumbs -n __fish_use_subcommand -l resume -d 'Resume the newest open breadcrumb in the window'
complete -c breadcrumbs -n __fish_use_subcommand -l preferences -d 'Open Preferences'
complete -c breadcrumbs -n __fish_use_subcommand -l version -d 'Print the version'
complete -c breadcrumbs -n __fish_use_subcommand -a add -d 'Leave a breadcrumb'
complete -c breadcrumbs -n __fish_use_subcommand -a last -d 'Show the newest breadcrumb'
complete -c breadcrumbs -n __fish_use_subcommand -a list -d 'List breadcrumbs, newest first'
complete -c breadcrumbs -n __fish_use_subcommand -a show -d 'Show one breadcrumb'
complete -c breadcrumbs -n __fish_use_subcommand -a resume -d 'Resume a breadcrumb'
complete -c breadcrumbs -n __fish_use_subcommand -a later -d 'Leave a breadcrumb for later'
complete -c breadcrumbs -n __fish_use_subcommand -a let-go -d 'Let a breadcrumb go'
complete -c breadcrumbs -n __fish_use_subcommand -a undo -d 'Undo the newest act'
complete -c breadcrumbs -n __fish_use_subcommand -a capture -d 'Open the capture window'
complete -c breadcrumbs -n __fish_use_subcommand -a status -d 'Say what works here, and what does not'
complete -c breadcrumbs -n __fish_use_subcommand -a export -d 'Write all breadcrumbs to a file'
complete -c breadcrumbs -n __fish_use_subcommand -a import -d 'Take in what export has written'
complete -c breadcrumbs -n __fish_use_subcommand -a help -d 'Explain a verb'

complete -c breadcrumbs -l help -s h -d 'Print a summary'
complete -c breadcrumbs -n "__fish_seen_subcommand_from help" -a "$verbs"
complete -c breadcrumbs -n "__fish_seen_subcommand_from show resume later let-go" -a '(__breadcrumbs_ids)'
complete -c breadcrumbs -n "__fish_seen_subcommand_from add last list show resume later let-go undo status" -l json -d 'Print JSON'
complete -c breadcrumbs -n "__fish_seen_subcommand_from capture" -l hotkey -d 'A key runs this'
complete -c breadcrumbs -n "__fish_seen_subcommand_from add" -l verbatim -d 'Read nothing in the line'
complete -c breadcrumbs -n "__fish_seen_subcommand_from add" -l next -x -d 'The next step'
complete -c breadcrumbs -n "__fish_seen_subcommand_from add" -l dry-run -d 'Save nothing'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l since -x -a 'today yesterday 1h 1d 1w' -d 'Not before'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l until -x -a 'today yesterday 1h 1d 1w' -d 'Not after'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l state -x -a 'open trail resumed let-go parked answered dropped routed taken' -d 'Only in this state'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l topic -x -d 'Only about this topic'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l person -x -d 'Only with this person'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l kind -x -a 'bug incident question shift meeting waiting self break' -d 'Only of this kind'
complete -c breadcrumbs -n "__fish_seen_subcommand_from last list" -l search -x -d 'Only with all these words'
complete -c breadcrumbs -n "__fish_seen_subcommand_from list" -l limit -x -d 'No more than so many'
complete -c breadcrumbs -n "__fish_seen_subcommand_from export import" -F
complete -c breadcrumbs -n "__fish_seen_subcommand_from export" -l format -x -a 'jsonl csv markdown' -d 'How it is written'
complete -c breadcrumbs -n "__fish_seen_subcommand_from import" -l strict -d 'Nothing if any line is no record'
complete -c breadcrumbs -n "__fish_seen_subcommand_from import" -l dry-run -d 'Save nothing'
