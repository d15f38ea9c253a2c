#compdef mycity
# What Tab offers for mycity in zsh; in ~/.zshrc: eval "$(mycity completion zsh)"
_mycity() {
    local kind line
    local -a lines values displays fields options
    lines=("${(@f)$(_MYCITY_COMPLETE=zsh ${(Q)words[1]} "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    kind=$lines[1]
    if [[ $kind == files* ]]; then
        compset -P "${kind#files$'\t'}"
        _files
        return
    fi
    for line in ${lines[2,-1]}; do
        fields=("${(@ps:\t:)line}")
        values+=("$fields[1]")
        displays+=("$fields[2]${fields[3]:+  -- $fields[3]}")
        [[ -n $fields[3] ]] && options=(-l)
    done
    [[ $kind == open ]] && options+=(-S '')
    (( $#values )) || return 1
    # What is typed stays where its case alone differs; what is written otherwise (accents) is replaced.
    compadd -V mycity $options -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -d displays -a values ||
        compadd -U -V mycity $options -d displays -a values
}
if [[ $funcstack[1] == _mycity ]]; then
    _mycity "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
    compdef _mycity mycity
fi
