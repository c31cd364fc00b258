# What Tab offers for reader in bash. In ~/.bashrc: source <(reader completion bash)
_reader() {
  local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} answer
  answer=($(reader completion bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  COMPREPLY=("${answer[@]:1}")
  COMPREPLY=("${COMPREPLY[@]%%$'\t'*}")
  case ${answer[0]} in
    files) COMPREPLY+=($(compgen -f -- "$word")) ;;
    folders) COMPREPLY+=($(compgen -d -- "$word")) ;;
    *) return ;;
  esac
  compopt -o filenames 2>/dev/null
}
complete -F _reader reader
