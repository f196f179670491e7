import type { Completion, Words } from './words.ts';

/** Prints a line for each bookmark: its id, a tab and its title. A link's id is the last part of its path but one; another site's link stands for itself. */
const BOOKMARKS =
  'command donga-tui bookmarks list --offline 2>/dev/null | command awk -F "\\t" \'{ n = split($4, part, "/"); id = part[n - 1]; if (id !~ /^[0-9]+$/) id = $4; print id "\\t" $3 }\'';

/**
 * Filters those lines by the typed part of a title, in any case of its Latin letters. `typed` is the part in
 * the shell's own notation.
 */
const withTitle = (typed: string): string =>
  `${BOOKMARKS} | command awk -F "\\t" -v part=${typed} 'index(tolower($2), tolower(part))'`;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bare = (candidates: readonly Completion[]): string => candidates.map(({ word }) => word).join(' ');

const patternOf = (name: string, actions: readonly string[]): string[] =>
  actions.map((action) => quoted(`${name}/${action}`));

/** For ~/.bashrc: `source <(donga-tui completion bash)`. */
export function bashScript({ commands, settings, values }: Words): string {
  const ids = commands.flatMap(({ name, takesId }) => patternOf(name, takesId));
  const names = commands.flatMap(({ name, takesSetting }) => patternOf(name, takesSetting));
  return `# donga-tui completion for bash: source <(donga-tui completion bash)
_donga_tui() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} name= action= at word words= options=
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    [[ $word == -* ]] && continue
    if [[ -z $name ]]; then name=$word; elif [[ -z $action ]]; then action=$word; fi
  done
  COMPREPLY=()
  case $before in
${values.map(({ option, choices }) => `    ${option}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$current")); return ;;`).join('\n')}
  esac
  case $name in
${commands
  .filter(({ name }) => name !== '')
  .map(
    ({ name, words, options }) =>
      `    ${name}) words=${quoted(bare(words))} options=${quoted(bare(options))} ;;`,
  )
  .join('\n')}
    *) words=${quoted(bare(commands[0]!.words))} options=${quoted(bare(commands[0]!.options))} ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
    return
  fi
  case $name/$action in
    ${ids.join(' | ')})
      # A title is completed to its id. Several are shown, and the blank keeps what was typed.
      if [[ -n $current && $current != [0-9]* ]]; then
        local found=() line
        while IFS= read -r line; do found+=("$line"); done < <(${withTitle('"$current"')})
        if ((\${#found[@]} == 1)); then COMPREPLY=("\${found[0]%%$'\\t'*}"); return; fi
        if ((\${#found[@]} > 1)); then COMPREPLY=("\${found[@]//$'\\t'/ }" ' '); return; fi
      fi
      words="$(${BOOKMARKS} | command cut -f 1) $words" ;;
    ${names.join(' | ')}) words=${quoted(settings.join(' '))} ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _donga_tui donga-tui
`;
}

/** In a string of zsh's _describe, a colon separates the word from its description. */
const described = (candidates: readonly Completion[]): string =>
  candidates
    .map(({ word, about }) => quoted(`${word.replaceAll(':', '\\:')}${about === '' ? '' : `:${about}`}`))
    .join(' ');

/** For a file `_donga-tui` in a folder of $fpath, or ~/.zshrc: `source <(donga-tui completion zsh)`. */
export function zshScript({ commands, settings, values }: Words): string {
  const ids = commands.flatMap(({ name, takesId }) => patternOf(name, takesId));
  const names = commands.flatMap(({ name, takesSetting }) => patternOf(name, takesSetting));
  return `#compdef donga-tui
# donga-tui completion for zsh: source <(donga-tui completion zsh)
_donga_tui() {
  local name= action= word before=\${words[CURRENT-1]}
  local -a found flags
  for word in \${words[2,CURRENT-1]}; do
    [[ $word == -* ]] && continue
    if [[ -z $name ]]; then name=$word; elif [[ -z $action ]]; then action=$word; fi
  done
  case $before in
${values.map(({ option, choices }) => `    (${option}) found=(${choices.map(quoted).join(' ')}); _describe value found; return ;;`).join('\n')}
  esac
  case $name in
${commands
  .filter(({ name }) => name !== '')
  .map(
    ({ name, words, options }) =>
      `    (${name}) found=(${described(words)}); flags=(${described(options)}) ;;`,
  )
  .join('\n')}
    (*) found=(${described(commands[0]!.words)}); flags=(${described(commands[0]!.options)}) ;;
  esac
  if [[ $PREFIX == -* ]]; then
    _describe option flags
    return
  fi
  case $name/$action in
    (${ids.join('|')})
      # A title is completed to its id; of several, Tab goes from one to the next.
      if [[ -n $PREFIX && $PREFIX != [0-9]* ]]; then
        local typed=\${(Q)PREFIX}
        local -a lines=("\${(@f)$(${withTitle('"$typed"')})}") matches
        lines=(\${lines:#})
        if (( $#lines )); then
          matches=(\${lines%%$'\\t'*})
          lines=("\${lines[@]//$'\\t'/ }")
          (( $#lines > 1 )) && compstate[insert]=menu
          compadd -U -l -d lines -a matches
          return
        fi
      fi
      found=("\${(@f)$(${BOOKMARKS} | command sed 's/:/\\\\:/g' | command tr '\\t' ':')}" $found) ;;
    (${names.join('|')}) found=(${settings.map(quoted).join(' ')}) ;;
  esac
  _describe word found || _files
}
if [[ $funcstack[1] == _donga_tui ]]; then
  _donga_tui "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _donga_tui donga-tui
fi
`;
}

/** For ~/.config/fish/completions/donga-tui.fish, or: `donga-tui completion fish | source`. */
export function fishScript({ commands, settings, values }: Words): string {
  const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines: string[] = [];
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  for (const { name, words, options, takesId, takesSetting } of commands) {
    const when =
      name === ''
        ? `not __fish_seen_subcommand_from ${names.join(' ')}`
        : `__fish_seen_subcommand_from ${name}`;
    const add = (condition: string, rest: string) =>
      lines.push(`complete -c donga-tui -n ${fishQuoted(condition)} ${rest}`);
    for (const { word, about } of words) {
      add(when, `-a ${fishQuoted(word)}${about === '' ? '' : ` -d ${fishQuoted(about)}`}`);
    }
    for (const { word, about } of options) {
      const choices = values.find(({ option }) => option === word)?.choices;
      const value = choices === undefined ? '' : ` -x -a ${fishQuoted(choices.join(' '))}`;
      add(when, `-l ${word.slice(2)} -d ${fishQuoted(about)}${value}`);
    }
    for (const action of takesId) {
      add(
        `${when}${action === '' ? '' : `; and __fish_seen_subcommand_from ${action}`}`,
        '-a "(__donga_tui_bookmarks)"',
      );
    }
    for (const action of takesSetting) {
      add(`${when}; and __fish_seen_subcommand_from ${action}`, `-a ${fishQuoted(settings.join(' '))}`);
    }
  }
  return `# donga-tui completion for fish: donga-tui completion fish | source
function __donga_tui_bookmarks
  # fish looks for what is typed in the titles too, which stand beside the ids.
  ${BOOKMARKS}
end
${lines.join('\n')}
`;
}
