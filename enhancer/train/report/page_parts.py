"""The fixed parts of a run's page: style, light and dark, and script. What a run says stands in `page`."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --paper: #f7f6f3; --card: #fff; --ink: #23231f; --soft: #77756d; --rule: #e7e4dc;
  --curve: #2c6e8f; --event: #c0852b; --good: #3d7f5a; --shade: 0 1px 2px rgb(60 50 30 / 6%); }
@media (prefers-color-scheme: dark) { :root { --paper: #141517; --card: #1c1e21; --ink: #e6e4df; --soft: #918f88;
  --rule: #2c2f33; --curve: #7fb9d4; --event: #dba85a; --good: #7cc29c; --shade: none; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 1160px; margin: 0 auto; padding: 40px 24px 64px; }
h1 { font-size: 30px; line-height: 1.2; font-weight: 600; letter-spacing: -.015em; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 13px; font-weight: 600; color: var(--soft); margin: 44px 0 12px; }
p { margin: 0; } small, .soft { color: var(--soft); font-size: 13px; }
a { color: var(--curve); text-underline-offset: 3px; }
.card { background: var(--card); border-radius: 10px; box-shadow: var(--shade); padding: 18px 20px; }
header { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; }
.state { font-size: 13px; font-weight: 600; color: var(--soft); }
.state::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 7px;
  background: currentColor; }
.running { color: var(--curve); } .finished { color: var(--good); } .stopped { color: var(--event); }
header p { flex-basis: 100%; }
.bar { height: 4px; border-radius: 2px; background: var(--rule); margin: 22px 0 20px; overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--curve); border-radius: 2px; }
.facts { display: flex; flex-wrap: wrap; gap: 14px 48px; margin: 0; }
.facts div { display: flex; flex-direction: column-reverse; }
.facts dt { color: var(--soft); font-size: 13px; } .facts dd { margin: 0; font-size: 20px; line-height: 1.35; }
.facts dd small { font-size: 14px; }
.look { display: grid; gap: 16px; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
.look:not(:has(.stage)) { grid-template-columns: 1fr; }
.look h2 { margin: 0 0 10px; } .look h2:not(:first-child) { margin-top: 24px; }
.stage img { display: block; max-width: 100%; margin: 0 auto; border-radius: 4px; }
.stage img.sharp { image-rendering: pixelated; }
.scrub { display: flex; gap: 12px; align-items: center; margin-top: 14px; }
.scrub input { flex: 1; min-width: 0; accent-color: var(--curve); }
.scrub output { min-width: 11.5em; text-align: right; font-size: 13px; }
button { font: inherit; font-size: 13px; color: var(--ink); background: none; border: 1px solid var(--rule);
  border-radius: 6px; padding: 2px 12px; cursor: pointer; } button:hover { border-color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
td, th { padding: 4px 0; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); font-weight: 400; }
tr:first-child > * { border-top: 0; } th { color: var(--soft); font-size: 13px; }
td + td, th + th { padding-left: 14px; }
.scores td:not(:first-child), .scores th:not(:first-child) { text-align: right; }
.events { list-style: none; margin: 0; padding: 0; max-height: 420px; overflow: auto; }
.events li { padding: 0 0 12px 16px; margin-left: 4px; border-left: 1px solid var(--rule); position: relative;
  font-size: 14px; overflow-wrap: anywhere; }
.events li:last-child { padding-bottom: 0; }
.events li::before { content: ""; position: absolute; left: -4px; top: 7px; width: 7px; height: 7px; border-radius: 50%;
  background: var(--event); }
.events small { display: block; }
#log { margin: 0 6px 0 0; accent-color: var(--curve); vertical-align: -1px; }
#log + label { font-size: 13px; color: var(--soft); }
.curves > h2 { display: inline-block; margin-right: 20px; }
.charts { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(270px, 100%), 1fr)); }
.charts + .charts { margin-top: 16px; }
.chart { margin: 0; background: var(--card); border-radius: 10px; box-shadow: var(--shade); padding: 14px 14px 8px; }
figcaption { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 0 2px 6px; font-size: 14px; }
figcaption b { font-weight: 600; overflow-wrap: anywhere; } figcaption small { grid-column: 1 / -1; font-size: 12px; }
figcaption output { white-space: nowrap; }
svg { display: block; width: 100%; height: auto; cursor: crosshair; touch-action: pan-y; }
svg text { font-size: 10px; fill: var(--soft); text-anchor: end; } .across text { text-anchor: middle; }
.rule { stroke: var(--rule); stroke-width: 1; } polyline { fill: none; stroke: var(--curve); stroke-width: 1.5;
  stroke-linejoin: round; stroke-linecap: round; }
.dot { fill: var(--curve); } .best { fill: var(--card); stroke: var(--good); stroke-width: 1.8; }
.event { stroke: var(--event); stroke-width: 1; stroke-dasharray: 2 4; opacity: .8; }
.cursor[hidden] { display: none; } .cursor line { stroke: var(--soft); stroke-width: .8; }
.cursor circle { fill: var(--curve); }
.log, #log:checked ~ .charts .lin { display: none; } #log:checked ~ .charts .log { display: inline; }
.settings { columns: 2; column-gap: 40px; } .settings section { break-inside: avoid; padding-bottom: 14px; }
.settings h3 { font-size: 13px; font-weight: 600; margin: 0 0 2px; }
.settings td { overflow-wrap: anywhere; font-size: 13px; padding: 2px 0; }
.settings td:first-child { width: 42%; color: var(--soft); }
footer { margin-top: 36px; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13px; }
footer span { color: var(--soft); margin-left: auto; }
@media (max-width: 760px) { .look { grid-template-columns: 1fr; } .settings { columns: 1; }
  main { padding: 24px 16px 48px; }
  .scrub output { min-width: 0; } }
@media print { body { background: #fff; } .scrub, #log, #log + label { display: none; } }
"""

SCRIPT = """
'use strict';
const all = selector => [...document.querySelectorAll(selector)], one = selector => document.querySelector(selector);
const words = value => Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(+value.toPrecision(4));
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 332, 8, 148];

// Pictures: a slider over time, with a play button; keys move it where it has the focus.
const frames = JSON.parse(one('#frames').textContent), picture = one('#picture'), slider = one('#slider');
let playing = 0;
function look(index) {
  const [images, text] = frames[index];
  slider.value = index;
  picture.src = 'previews/images-' + String(images).padStart(12, '0') + '.png';
  picture.alt = images.toLocaleString('en') + ' images';
  one('#when').textContent = picture.alt + (text ? ', ' + text : '');
  if (frames[index + 1]) new Image().src = 'previews/images-' + String(frames[index + 1][0]).padStart(12, '0') + '.png';
}
function fit() {  // small grids are shown in whole multiples, sharp; large ones as wide as there is room
  const room = picture.parentElement.clientWidth - 40;
  const times = Math.min(4, Math.floor(Math.min(room, 560) / picture.naturalWidth));
  picture.classList.toggle('sharp', times >= 1);
  picture.style.width = times >= 1 ? times * picture.naturalWidth + 'px' : '';
}
function stop() { clearInterval(playing); playing = 0; one('#play').textContent = 'Play'; }
if (picture) {
  picture.addEventListener('load', fit); addEventListener('resize', fit); if (picture.complete) fit();
  slider.value = slider.max;
  slider.addEventListener('input', () => { stop(); look(+slider.value); });
  one('#play').addEventListener('click', () => {
    if (playing) return stop();
    let index = +slider.value === frames.length - 1 ? 0 : +slider.value;
    one('#play').textContent = 'Stop'; look(index);
    const pause = Math.max(60, Math.min(400, 8000 / frames.length));
    playing = setInterval(() => ++index < frames.length ? look(index) : stop(), pause);
  });
}

// Curves: the same moment in all of them under the pointer; a click shows the pictures of that moment.
const charts = all('.chart').map(box => {
  const flat = JSON.parse(box.dataset.points), domain = JSON.parse(box.dataset.domain);
  const output = box.querySelector('output'), newest = output.textContent;
  return { box, xs: flat.filter((_, n) => n % 2 === 0), ys: flat.filter((_, n) => n % 2), domain, output, newest };
});
const nearest = (sorted, x) => {
  let low = 0, high = sorted.length - 1;
  while (low < high) { const middle = (low + high) >> 1; if (sorted[middle] < x) low = middle + 1; else high = middle; }
  return low > 0 && x - sorted[low - 1] <= sorted[low] - x ? low - 1 : low;
};
function point(chart, images) {
  const log = one('#log').checked && chart.domain.length > 4, [y0, y1] = chart.domain.slice(log ? 4 : 2);
  const index = nearest(chart.xs, images), x = chart.xs[index], y = chart.ys[index];
  const scale = log ? Math.log : value => value;
  const px = LEFT + (RIGHT - LEFT) * x / chart.domain[1];
  const py = BOTTOM + (TOP - BOTTOM) * (scale(y) - scale(y0)) / (scale(y1) - scale(y0));
  const cursor = chart.box.querySelector('.cursor'), [line, dot] = cursor.children;
  cursor.removeAttribute('hidden');
  line.setAttribute('x1', px); line.setAttribute('x2', px); dot.setAttribute('cx', px); dot.setAttribute('cy', py);
  chart.output.textContent = words(y) + ' at ' + x.toLocaleString('en');
}
for (const chart of charts) {
  const svg = chart.box.querySelector('svg');
  const at = event => {
    const area = svg.getBoundingClientRect(), x = (event.clientX - area.left) / area.width * 340;
    return Math.max(0, (x - LEFT) / (RIGHT - LEFT)) * chart.domain[1];
  };
  svg.addEventListener('pointermove', event => {
    const images = at(event);
    charts.forEach(other => point(other, images));
  });
  svg.addEventListener('pointerleave', () => charts.forEach(other => {
    other.box.querySelector('.cursor').setAttribute('hidden', ''); other.output.textContent = other.newest;
  }));
  svg.addEventListener('click', event => {
    if (picture) { stop(); look(nearest(frames.map(frame => frame[0]), at(event))); }
  });
}

// How old this page is; while the run goes on and the newest is being looked at, it is read again.
const written = one('#written'), minutes = Math.floor((Date.now() / 1000 - written.dataset.time) / 60);
const hours = Math.floor(minutes / 60);
const ago = hours < 1 ? minutes + ' min' : hours < 48 ? hours + ' h' : Math.floor(hours / 24) + ' d';
if (minutes >= 1) written.textContent += ', ' + ago + ' ago';
if (document.body.dataset.state === 'running') setInterval(() => {
  const busy = playing || (picture && slider.value !== slider.max) || one('.chart:hover');
  if (!document.hidden && !busy) location.reload();
}, 60000);
"""
