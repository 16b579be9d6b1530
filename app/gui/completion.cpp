// app/gui/completion.cpp
#include "app/gui/completion.h"
#include "core/base/shell_offer.h"

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

std::vector<ShellOffer> offersOf(const QList<QCommandLineOption>& options, const OptionWords& words)
{
    std::vector<ShellOffer> offers{{"--help", "List these options", "", false}, {"--version", "Say the version", "", false}};
    for (const QCommandLineOption& option : options) {
        if (option.flags().testFlag(QCommandLineOption::HiddenFromHelp))
            continue;
        const QString name = option.names().constLast();
        offers.push_back({"--" + name.toStdString(), harmlessInShells(option.description().toStdString()),
            words.value(name).join(u' ').toStdString(), !option.valueName().isEmpty()});
    }
    return offers;
}

std::string bash(const std::vector<ShellOffer>& offers)
{
    std::string choices;
    for (const auto& offer : offers)
        if (!offer.choices.empty())
            choices += bashCase(offer.name, offer.choices);
    return "# bash completion of patchlight\n_patchlight()\n{\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
           "    COMPREPLY=()\n"
           "    if [ \"$word\" = = ]; then word=; elif [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
           "    case $before in\n"
        + choices + "    esac\n"
        + "    if [ -z \"$words\" ] && [[ $word == -* ]]; then words=\"" + namesOf(offers) + "\"; fi\n"
          "    if [ -n \"$words\" ]; then compopt +o default 2>/dev/null;"
          " COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); fi\n"
          "}\ncomplete -o default -F _patchlight patchlight\n";
}

std::string fish(const std::vector<ShellOffer>& offers)
{
    std::string text = "# fish completion of patchlight\n";
    for (const auto& offer : offers)
        text += fishOption("patchlight", "", offer);
    return text;
}

}

QString completionScript(const QList<QCommandLineOption>& options, const OptionWords& words, const QString& shell)
{
    const auto offers = offersOf(options, words);
    if (shell == "bash"_L1)
        return QString::fromStdString(bash(offers));
    if (shell == "zsh"_L1)
        return QString::fromStdString("#compdef patchlight\n_arguments -s" + zshArguments(offers) + " '*:file:_files'\n");
    return shell == "fish"_L1 ? QString::fromStdString(fish(offers)) : QString();
}

}
