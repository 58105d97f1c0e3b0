#compdef viva
# zsh completion for viva.
#
# viva itself says what fits: `viva complete -- WORDS…` gives one candidate a
# line, with a tab and a few words about it; status 1 leaves the word to the
# completion of files. Names come from strangers' decks: nothing that viva
# writes is evaluated here, and compadd quotes all of it.

_viva() {
  local found line tab=$'\t'
  local -a words_shown keys keys_shown values
  found="$(command viva complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null </dev/null)"
  if (( $? == 1 )); then
    _files
    return
  fi
  for line in "${(@f)found}"; do
    [[ -n $line ]] || continue
    if [[ ${line%%$tab*} == *: ]]; then
      keys+=("${line%%$tab*}")
      keys_shown+=("${line/$tab/  -- }")
    else
      values+=("${line%%$tab*}")
      words_shown+=("${line/$tab/  -- }")
    fi
  done
  local -a anycase=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
  compadd "$anycase[@]" -V viva -l -d words_shown -a values
  # A key waits for its value: no blank after it.
  compadd "$anycase[@]" -V viva-keys -S '' -l -d keys_shown -a keys
}

if [[ $funcstack[1] == _viva ]]; then
  _viva "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _viva viva
fi
