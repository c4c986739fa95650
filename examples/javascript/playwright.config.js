module.exports = { testMatch: '*.playwright.ts', reporter: 'line' }
