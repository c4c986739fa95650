// What the entry points use of the packages that people bring along. The example projects in `examples/` check the
// entry points against the packages themselves.

declare module 'vitest' {
  type Use<Value> = (value: Value) => Promise<void>
  type Fixture<Value, Context> = (context: Context, use: Use<Value>) => Promise<void>

  export interface Matchers<T> {
    readonly received?: T
  }
  export interface ExpectStatic {
    readonly extend: (matchers: object) => void
  }
  export interface TestAPI<Context = object> {
    (name: string, body: (context: Context) => Promise<void> | void): void
    extend<More extends object>(
      fixtures: {
        readonly [Name in keyof More]:
          | More[Name]
          | Fixture<More[Name], Context & More>
          | readonly [
              More[Name] | Fixture<More[Name], Context & More>,
              { readonly scope?: 'worker' },
            ]
      },
    ): TestAPI<Context & More>
  }
  export const test: TestAPI
  export const expect: ExpectStatic
}

declare module '@playwright/test' {
  export * from 'playwright/test'
}

declare module 'expect' {
  export interface Matchers<R> {
    readonly result?: R
  }
}

declare module '@jest/globals' {
  export const beforeAll: (run: () => Promise<void>, timeoutMs?: number) => void
  export const beforeEach: (run: () => Promise<void>) => void
  export const afterEach: (run: () => Promise<void>) => void
  export const afterAll: (run: () => Promise<void>) => void
  export const expect: { readonly extend: (matchers: object) => void }
}
