# What Tab offers for mycity in bash; in ~/.bashrc: eval "$(mycity completion bash)"
_mycity_complete() {
    local kind='' line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(_MYCITY_COMPLETE=bash "$1" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    case $kind in
        files) compopt -o default ;;
        open) compopt -o nospace ;;
    esac
}
complete -F _mycity_complete mycity
