// The Sutra wire seen by a browser: one status object per tick, drawn into the page. Text is only ever set as text. All
// addresses are relative to the page, which a proxy may serve below a path of its own.
'use strict';

const token = new URLSearchParams(location.search).get('token');
const credentials = token === null ? {} : { Authorization: `Bearer ${token}` };
const byId = (id) => document.getElementById(id);
const rows = new Map(); // component id → its table row's cells

const metricTexts = [
  ['cpu_percent', 'CPU', (v) => `${v.toFixed(1)} %`],
  ['memory_percent', 'Memory', (v) => `${v.toFixed(1)} %`],
  ['storage_size_mb', 'Storage', (v) => `${v.toFixed(1)} MB`],
  ['queries_per_second', 'Queries', (v) => `${v.toFixed(1)} /s`],
  ['avg_latency_ms', 'Latency', (v) => `${v.toFixed(1)} ms`],
  ['total_concepts', 'Concepts', (v) => v.toLocaleString()],
  ['total_associations', 'Associations', (v) => v.toLocaleString()],
];
const metricValues = new Map();

function duration(seconds) {
  const s = Math.floor(seconds);
  const parts = [[Math.floor(s / 86400), 'd'], [Math.floor(s / 3600) % 24, 'h'], [Math.floor(s / 60) % 60, 'm'], [s % 60, 's']];
  const first = parts.findIndex(([n]) => n > 0);
  return first < 0 ? '0s' : parts.slice(first, first + 2).map(([n, unit]) => `${n}${unit}`).join(' ');
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

async function act(id, verb) {
  const problem = byId('problem');
  problem.hidden = true;
  try {
    const answer = await fetch(`api/components/${encodeURIComponent(id)}/${verb}`, { method: 'POST', headers: credentials });
    const body = await answer.json();
    if (body.success) draw(id, body.component);
    else throw new Error(body.error || body.detail || `status ${answer.status}`);
  } catch (error) {
    setText(problem, `Could not ${verb} ${id}: ${error.message}`);
    problem.hidden = false;
  }
}

function makeRow(id) {
  const row = element('tr');
  const cells = { row };
  for (const [name, className] of [['name', ''], ['state', ''], ['uptime', 'number'], ['cpu', 'number'], ['memory', 'number'], ['pid', 'number']])
    row.append(cells[name] = element('td', '', className));
  cells.state.append(cells.badge = element('span', '', 'state'), cells.why = element('span', '', 'why'));
  const actions = element('td');
  for (const verb of ['start', 'stop', 'restart']) {
    const button = cells[verb] = element('button', verb[0].toUpperCase() + verb.slice(1));
    button.type = 'button';
    button.addEventListener('click', () => act(id, verb));
    actions.append(button);
  }
  row.append(actions);
  byId('components').append(row);
  return cells;
}

function draw(id, component) {
  if (!rows.has(id)) rows.set(id, makeRow(id));
  const cells = rows.get(id);
  setText(cells.name, component.name);
  setText(cells.badge, component.state);
  cells.badge.className = `state ${component.state}`;
  setText(cells.why, component.error || '');
  setText(cells.uptime, component.uptime === null ? '–' : duration(component.uptime));
  setText(cells.cpu, component.cpu_percent === null ? '–' : `${component.cpu_percent.toFixed(1)} %`);
  setText(cells.memory, component.memory_mb === null ? '–' : `${component.memory_mb.toFixed(1)} MB`);
  setText(cells.pid, component.pid === null ? '–' : String(component.pid));
  for (const verb of ['start', 'stop', 'restart'])
    cells[verb].setAttribute('aria-label', `${cells[verb].textContent} ${component.name}`);
  cells.start.disabled = component.state !== 'stopped' && component.state !== 'error';
  cells.stop.disabled = component.state === 'stopped';
}

function show(status) {
  for (const [name, label, text] of metricTexts) {
    if (!metricValues.has(name)) {
      const value = element('dd');
      const group = element('div');
      group.append(element('dt', label), value);
      byId('metrics').append(group);
      metricValues.set(name, value);
    }
    if (name in status.metrics) setText(metricValues.get(name), text(status.metrics[name]));
  }
  for (const [id, component] of Object.entries(status.components)) draw(id, component);
  for (const [id, cells] of rows) {
    if (!(id in status.components)) {
      cells.row.remove();
      rows.delete(id);
    }
  }
  byId('empty').hidden = rows.size > 0;
}

function setLink(state, text) {
  byId('link').dataset.state = state;
  setText(byId('link'), text);
  document.body.toggleAttribute('data-stale', state === 'lost');
}

// A browser does not tell why a WebSocket was refused.
async function isRefused() {
  try {
    const answer = await fetch('api/status', { headers: credentials });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}

function connect(attempt) {
  const address = new URL(`ws${location.search}`, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  socket.onmessage = (event) => {
    show(JSON.parse(event.data));
    setLink('live', 'Live');
    attempt = 0;
  };
  socket.onclose = async () => {
    setLink('lost', 'Connection lost – these figures are stale');
    if (await isRefused()) {
      setLink('lost', token === null
        ? 'Not allowed without a token: open this page as ?token=…, with what signalbox --issue-token NAME prints'
        : 'The token is not valid or has expired: open this page with a new one');
      return;
    }
    setTimeout(() => connect(attempt + 1), Math.min(30000, 1000 * 2 ** attempt));
  };
}

connect(0);
