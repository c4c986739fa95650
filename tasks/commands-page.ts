import type { Command, Option } from 'commander'
import { createProgram } from '../cli/program.ts'
import { processSurroundings } from '../cli/surroundings.ts'
import { between } from './between.ts'

/** `docs/commands.md` with the arguments and options of each command, as `agentid` itself knows them. */
export function commandsPage(present: string): string {
  const program = createProgram(processSurroundings(), () => {})
  return program.commands.reduce((page, command) => {
    if (page.includes(`<!-- generated: ${command.name()} -->`)) {
      return between(command.name(), page, describe(command))
    }
    throw new Error(`docs/commands.md has no place for the options of ${command.name()}`)
  }, present)
}

function describe(command: Command): string {
  const rows = [
    ...command.registeredArguments.map((argument) => {
      const dots = argument.variadic ? '...' : ''
      const name = argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`
      return [`\`${name}\``, '', argument.description]
    }),
    ...command.options.map((option) => [
      `\`${option.flags}\``,
      defaultOf(option),
      meaningOf(option),
    ]),
  ]
  if (rows.length === 0) return 'It has no options.'
  const lines = rows.map((cells) => `| ${cells.map(inCell).join(' | ')} |`)
  return ['| option | default | what it does |', '| --- | --- | --- |', ...lines].join('\n')
}

function defaultOf({ defaultValue }: Option): string {
  const isOff = defaultValue === undefined || defaultValue === false || Array.isArray(defaultValue)
  return isOff ? '' : `\`${defaultValue}\``
}

function meaningOf({ description, argChoices }: Option): string {
  const choices = argChoices?.map((choice) => `\`${choice}\``).join(', ')
  return choices ? `${description}: ${choices}` : description
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
