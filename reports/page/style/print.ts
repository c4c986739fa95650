export const printStyle = `
@page{margin:14mm}
@media print{
body{font-size:9.5pt;background:#fff}
body>header,main,footer{max-width:none;padding-inline:0}
.filters,.skip,dialog,.tabs,.more:not([open]),.rule-article[data-kept=yes],.part.is-passed{display:none!important}
.stories,.scripted .stories{display:block}
.rules h2{margin-bottom:.75rem}
.matrix thead th{position:static}
.matrix thead{display:table-header-group}
.card,.rule,.finding,.exchange{break-inside:avoid}
.card,.matrix,.stories .rule-article{border-color:#bbb}
.stories .rule-article{content-visibility:visible}
.story{border:0;padding:0}
a{color:inherit}
}
`
