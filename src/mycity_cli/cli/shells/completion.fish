# What Tab offers for mycity in fish; in ~/.config/fish/config.fish: mycity completion fish | source
function __mycity_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l plain (string unescape -- $typed; or string trim --left --chars "'\"" -- $typed)
    set -l program $words[1]
    set -e words[1]
    set -l lines (_MYCITY_COMPLETE=fish $program $words "$plain" 2>/dev/null)
    if string match -q 'files*' -- "$lines[1]"
        set -l behind (string replace -r '^files\t' '' -- $lines[1])
        for path in (__fish_complete_path (string replace -- "$behind" '' "$plain"))
            echo -- "$behind$path"
        end
        return
    end
    # The word, and what it means: between them stands what other shells show in its place.
    set -e lines[1]
    string replace -r '\t[^\t]*\t' '\t' -- $lines
end
complete -c mycity -f -a '(__mycity_complete)'
