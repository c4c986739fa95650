import assert from 'node:assert/strict'
import { test } from 'node:test'
import { climbingImports } from './climbing-imports.ts'

test('imports that run one way do not climb', () => {
  const found = climbingImports([
    { file: 'a/one.ts', imports: ['b/two.ts', 'a/deep/three.ts'] },
    { file: 'b/two.ts', imports: ['b/four.ts'] },
    { file: 'a/deep/three.ts', imports: ['b/four.ts'] },
  ])
  assert.deepEqual(found, [])
})

test('two folders that import each other are named, with the files that tie them', () => {
  const found = climbingImports([
    { file: 'a/one.ts', imports: ['b/two.ts'] },
    { file: 'b/two.ts', imports: ['a/three.ts'] },
  ])
  assert.deepEqual(found, [
    '.: a and b import each other: a/one.ts imports b/two.ts',
    '.: b and a import each other: b/two.ts imports a/three.ts',
  ])
})

test('a loop by way of a third child is found in the folder that holds all three', () => {
  const found = climbingImports([
    { file: 'x/a/1.ts', imports: ['x/b.ts'] },
    { file: 'x/b.ts', imports: ['x/c/3.ts'] },
    { file: 'x/c/3.ts', imports: ['x/a/2.ts'] },
  ])
  assert.equal(found.length, 3)
  assert.ok(found.every((line) => line.startsWith('x: ')))
})
