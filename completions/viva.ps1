# PowerShell completion for viva; Windows PowerShell 5.1, PowerShell 7 or newer.
#
# viva itself says what fits: `viva complete -- WORDS…` gives one candidate a
# line, with a tab and a few words about it; status 1 leaves the word to the
# completion of files. Names come from strangers' decks: nothing that viva
# writes is evaluated here, and what would be is quoted.

Register-ArgumentCompleter -Native -CommandName viva -ScriptBlock {
  param($current, $commandAst, $cursor)

  # viva reads words as they stand in a shell: single quotes keep each as it is.
  $quote = { param($word) "'" + $word.Replace("'", "'\''") + "'" }
  $words = @()
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.StartOffset -ge $cursor) { break }
    $value = if ($element.Value -is [string]) { $element.Value } else { $element.Extent.Text }
    $words += & $quote $value
  }
  $typed = $current.Trim("'", '"')
  if ($current -eq '') { $words += "''" } elseif ($words.Count -gt 0) { $words[-1] = & $quote $typed }

  $found = @(& viva complete '--' @words 2>$null)
  if ($LASTEXITCODE -eq 1) { return }
  foreach ($line in $found) {
    $word, $about = $line -split "`t", 2
    if (-not $about) { $about = $word }
    $text = if ($word -match '[\s''"`$(){};,|&<>@#]') { "'" + $word.Replace("'", "''") + "'" } else { $word }
    [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
  }
}
