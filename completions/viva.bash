# bash completion for viva; bash 3.2 (as on macOS) or newer.
#
# viva itself says what fits: `viva complete -- WORDS…` gives one candidate a
# line, with a tab and a few words about it; status 1 leaves the word to the
# completion of files. Names come from strangers' decks: nothing that viva
# writes is evaluated here, and all of it is quoted.

_viva() {
  # Readline parts words at ":" and "=" too: put together what stands together in the line.
  local rest="${COMP_LINE:0:COMP_POINT}" word count=0 i
  local -a words
  for ((i = 0; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    if ((count > 0)) && [[ $rest == "$word"* ]]; then
      words[count - 1]+="$word"
    else
      rest="${rest#"${rest%%[![:space:]]*}"}"
      words[count++]="$word"
    fi
    rest="${rest#"$word"}"
  done
  if [[ $rest == [[:space:]]* ]]; then
    words[count++]=""
    rest="${rest#"${rest%%[![:space:]]*}"}"
  fi
  words[count - 1]+="$rest"

  # Readline keeps the head of the word: a candidate takes the place of the rest alone.
  local head="${words[count - 1]}" quote=""
  case "$rest" in
    [\"\']*) quote="${rest:0:1}" ;;
  esac
  if [[ -n ${rest//[:=]/} ]]; then head="${head%"$rest"}"; fi
  head="${head//[\\\"\']/}"

  local found line
  COMPREPLY=()
  found="$(command viva complete -- "${words[@]:1}" 2>/dev/null </dev/null)"
  if (($? == 1)); then
    compopt -o bashdefault -o default 2>/dev/null
    return
  fi
  while IFS= read -r line; do
    word="${line%%$'\t'*}"
    if [[ -z $word || $word != "$head"* ]]; then continue; fi
    word="${word:${#head}}"
    case "$quote" in
      \") if [[ $word == *[\"\\\$\`!]* ]]; then continue; fi ;;
      \') if [[ $word == *\'* ]]; then continue; fi ;;
      *)
        printf -v word %q "$word"
        # A comma needs no backslash, but gets one.
        word="${word//\\,/,}"
        ;;
    esac
    COMPREPLY+=("$word")
  done <<<"$found"
  if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[:=] ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _viva viva
