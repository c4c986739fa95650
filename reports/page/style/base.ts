export const baseStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:3rem}
body{margin:0;background:var(--page);color:var(--text);
font:0.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,p,dl,dd,ol,ul,fieldset{margin:0;padding:0;border:0}
ol,ul{list-style:none}
h1{font-size:1.625rem;line-height:1.2;font-weight:650;letter-spacing:-0.015em}
h2{font-size:1.125rem;line-height:1.3;font-weight:650;letter-spacing:-0.005em}
a{color:var(--accent);text-underline-offset:0.15em;text-decoration-thickness:1px}
code,.id,kbd{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:0.875em}
button,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.icon{width:1em;height:1em;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.hear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--panel);border-radius:6px;z-index:3}
.skip:focus{top:1rem}
body>header,main,footer{max-width:82rem;margin-inline:auto;padding-inline:clamp(1rem,3vw,2.5rem)}
body>header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;gap:1rem 3rem;padding-top:clamp(1.5rem,4vw,2.75rem);padding-bottom:1.5rem}
.kicker{color:var(--muted);font-size:.8125rem;margin-bottom:.125rem}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;font-size:.8125rem}
.facts dt{color:var(--muted)}
footer{padding-block:2rem 3rem;color:var(--muted);font-size:.8125rem}
.is-passed{--is:var(--passed)}.is-failed{--is:var(--failed)}.is-error{--is:var(--error)}
.is-warning{--is:var(--warning)}.is-noted{--is:var(--noted)}.is-observed{--is:var(--observed)}
.is-expected-failure{--is:var(--expected)}.is-skipped{--is:var(--muted)}
.status{display:inline-flex;align-items:center;gap:.375rem;color:var(--is);font-size:.8125rem;font-weight:550;white-space:nowrap}
.severity{font-size:.6875rem;letter-spacing:.04em;color:var(--muted)}
.severity.must{font-weight:650;color:var(--text)}
`
