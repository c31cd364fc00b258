# What Tab offers for reader in fish. Save it as ~/.config/fish/completions/reader.fish.
function __reader_offer
    set -l word (commandline -ct)
    set -l answer (reader completion fish (commandline -opc)[2..] "$word" 2>/dev/null)
    printf '%s\n' $answer[2..]
    switch "$answer[1]"
        case files
            __fish_complete_path "$word"
        case folders
            __fish_complete_directories "$word" ""
    end
end
complete -c reader -f -k -a '(__reader_offer)'
