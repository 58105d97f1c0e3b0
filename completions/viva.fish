# fish completion for viva.
#
# viva itself says what fits: `viva complete -- WORDS…` gives one candidate a
# line, with a tab and a few words about it; status 1 leaves the word to the
# completion of files. Names come from strangers' decks: nothing that viva
# writes is evaluated here, and fish quotes all of it.

function __viva_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (command viva complete -- $words[2..-1] "$current" 2>/dev/null </dev/null)
    if test $status -eq 1
        __fish_complete_path (string unescape -- "$current"; or echo "$current")
        return
    end
    printf '%s\n' $found
end

complete -c viva -f -a '(__viva_complete)'
