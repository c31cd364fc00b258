#compdef reader
# What Tab offers for reader in zsh. Save it as _reader in a folder of $fpath.
_reader() {
  local -a answer offered
  answer=("${(@f)$(reader completion zsh "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  offered=("${(@)answer[2,-1]//:/\\:}")
  offered=("${(@)offered/$'\t'/:}")
  (( $#offered )) && _describe -V reader offered
  case $answer[1] in
    files) _files ;;
    folders) _files -/ ;;
  esac
}
if [[ $zsh_eval_context[-1] == eval ]]; then compdef _reader reader; else _reader "$@"; fi
