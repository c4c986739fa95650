export * from './mock-idp/node.ts'
