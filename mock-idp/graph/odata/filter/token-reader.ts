import { filterProblem, maxDepth, type ODataProblem } from '../problem.ts'
import { type Token, tokenize } from './tokens.ts'

/** The tokens of a filter, one after another. Each `take…` moves on only if it finds what it looks for. */
export class TokenReader {
  readonly #filter: string
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(filter: string) {
    this.#filter = filter
    this.#tokens = tokenize(filter)
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#next + ahead] ?? { kind: 'end', at: this.#filter.length }
  }

  take(): Token {
    const token = this.peek()
    this.#next += 1
    return token
  }

  isMark(mark: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'mark' && token.text === mark
  }

  takeMark(mark: string): boolean {
    const isThere = this.isMark(mark)
    if (isThere) this.#next += 1
    return isThere
  }

  /** Operators may be written in any letter case. */
  takeOperator<Name extends string>(names: readonly Name[]): Name | undefined {
    const token = this.peek()
    const lower = token.kind === 'word' ? token.text.toLowerCase() : undefined
    const found = names.find((name) => name === lower)
    if (found !== undefined) this.#next += 1
    return found
  }

  /** @throws {ODataProblem} if no name follows */
  takeName(): string {
    const token = this.take()
    if (token.kind === 'word') return token.text
    throw this.unexpected(token)
  }

  /** @throws {ODataProblem} if no closing parenthesis follows */
  close(): void {
    if (!this.takeMark(')')) throw this.unexpected(this.peek(), "')' or ',' expected")
  }

  /** Reads one level deeper. @throws {ODataProblem} if that is too deep */
  nested<Result>(read: () => Result): Result {
    this.#depth += 1
    if (this.#depth > maxDepth) {
      throw filterProblem(`The recursion limit has been exceeded at position ${this.peek().at}.`)
    }
    const result = read()
    this.#depth -= 1
    return result
  }

  /** The problem of a token that cannot stand in its place. */
  unexpected({ kind, at }: Token, expected?: string): ODataProblem {
    const place = `at position ${at} in '${this.#filter}'`
    if (kind === 'end' && expected) return filterProblem(`Syntax error: ${expected} ${place}.`)
    const isSurplus = this.#depth === 0 && this.#filter[at] === ')'
    return filterProblem(`Syntax error ${place}${isSurplus ? ': nothing to close' : ''}.`)
  }
}
