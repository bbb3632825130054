// Draws each chart from the table beside it, opens what a link leads to, filters the sample.
(() => {
  'use strict';
  const page = document.documentElement;
  page.classList.remove('still');

  // ---- charts
  const rowsOf = figure =>
    Array.from(figure.querySelectorAll('tbody tr'), tr => {
      const cells = tr.children;
      return {
        label: cells[0].textContent,
        value: Number(cells[1].dataset.value),
        shown: cells[1].textContent,
        share: cells[2].textContent,
        role: tr.dataset.role,
        target: tr.dataset.target,
        filter: tr.dataset.filter
      };
    });

  const percent = d3.format('.4~f');

  function drawRows(figure, rows) {
    const made = d3.select(figure).select('.plot').selectAll('.row').data(rows)
      .join(enter => enter.append(d => document.createElement(d.target ? 'a' : 'div')))
      .attr('class', d => 'row ' + d.role);
    made.filter(d => d.target).attr('href', d => '#' + d.target).attr('data-filter', d => d.filter || null);
    made.append('span').attr('class', 'label').append('bdi').text(d => d.label);
    const svg = made.append('svg').attr('aria-hidden', 'true').attr('preserveAspectRatio', 'none');
    const value = made.append('span').attr('class', 'value').text(d => d.shown);
    if (rows.some(d => d.share)) value.append('small').text(d => d.share);
    svg.append('rect').attr('class', 'back').attr('width', '100%').attr('height', '100%').attr('rx', 3);
    return svg;
  }

  const bar = (svg, from, length) =>
    svg.append('rect').attr('class', 'bar').attr('height', '100%').attr('rx', 3)
      .attr('x', d => percent(Math.min(from(d), 99.4)) + '%')
      .attr('width', d => percent(d.value > 0 ? Math.max(length(d), 0.6) : 0) + '%');

  function drawBars(figure, rows) {
    const scale = d3.scaleLinear([0, d3.max(rows, d => d.value) || 1], [0, 100]);
    bar(drawRows(figure, rows), () => 0, d => scale(d.value));
  }

  function drawFunnel(figure, rows) {
    const unit = d => d.role.includes('files') ? 'files' : 'records';
    const most = d3.rollup(rows, all => d3.max(all, d => d.value) || 1, unit);
    let left = 0;
    for (const d of rows) {
      d.length = d.value / most.get(unit(d)) * 100;
      const isLoss = !d.role.startsWith('stage') && d.role !== 'kept';
      left = isLoss ? left - d.length : d.length;
      d.from = isLoss ? Math.max(0, left) : 0;
    }
    bar(drawRows(figure, rows), d => d.from, d => d.length);
  }

  function drawColumns(figure, rows) {
    const plot = d3.select(figure).select('.plot');
    const width = plot.node().clientWidth || 600;
    const height = plot.node().clientHeight || 220;
    const most = d3.max(rows, d => d.value) || 1;
    const y = d3.scaleLinear([0, most], [height - 24, 16]).nice(4);
    // The axis ends at a round number, which may have one more digit.
    const left = 12 + 6.4 * d3.format(',')(Math.ceil(y.domain()[1])).length;
    const right = Math.min(width, left + 110 * rows.length);
    const x = d3.scaleBand(rows.map((d, i) => i), [left, right]).paddingInner(rows.length > 40 ? 0.1 : 0.22);
    plot.selectAll('svg').remove();
    const svg = plot.append('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('role', 'img')
      .attr('aria-label', figure.querySelector('h3').textContent + '. The numbers are in the table below.');
    svg.append('g').attr('transform', `translate(${left - 6},0)`)
      .call(d3.axisLeft(y).ticks(4).tickFormat(v => Number.isInteger(v) ? d3.format(',')(v) : '').tickSize(-(width - left + 6)));
    const widest = d3.max(rows, d => d.label.length) * 6.4 + 10;
    const step = Math.max(1, Math.ceil(widest / (x.step() || 1)));
    const columns = svg.append('g').selectAll('rect').data(rows).join('rect').attr('class', d => 'bar ' + d.role).attr('rx', 2)
      .attr('x', (d, i) => x(i)).attr('width', x.bandwidth())
      .attr('y', d => d.value > 0 ? Math.min(y(d.value), y(0) - 2) : y(0))
      .attr('height', d => d.value > 0 ? Math.max(y(0) - y(d.value), 2) : 0);
    columns.append('title').text(d => `${d.label}: ${d.shown} ${d.share}`);
    svg.append('g').attr('transform', `translate(0,${y(0)})`)
      .call(d3.axisBottom(x).tickValues(d3.range(0, rows.length, step)).tickFormat(i => rows[i].label).tickSize(0).tickPadding(7))
      .selectAll('text').filter(i => i === 0 && rows[0].label.length * 6.4 > 2 * (left + x.bandwidth() / 2))
      .attr('text-anchor', 'start').attr('x', -left - x.bandwidth() / 2 + 2);
    svg.selectAll('.tick text').filter(i => i === rows.length - 1 && rows[i].label.length * 6.4 > 2 * (width - x(i) - x.bandwidth() / 2))
      .attr('text-anchor', 'end').attr('x', width - x(rows.length - 1) - x.bandwidth() / 2);
    if (x.step() > d3.max(rows, d => d.shown.length) * 6.6 + 4) {
      svg.append('g').attr('text-anchor', 'middle').selectAll('text').data(rows).join('text').attr('class', 'figure')
        .attr('x', (d, i) => x(i) + x.bandwidth() / 2).attr('y', d => y(d.value) - 5).text(d => d.value > 0 ? d.shown : '');
    }
  }

  const draw = {bars: drawBars, funnel: drawFunnel, columns: drawColumns};
  for (const figure of document.querySelectorAll('figure.chart')) {
    if (figure.querySelector('.plot')) draw[figure.dataset.kind](figure, rowsOf(figure));
  }
  const widths = new Map();
  const watch = new ResizeObserver(entries => requestAnimationFrame(() => {
    for (const {target, contentRect} of entries) {
      if (contentRect.width > 0 && widths.get(target) !== contentRect.width) {
        widths.set(target, contentRect.width);
        const figure = target.closest('figure');
        drawColumns(figure, rowsOf(figure));
      }
    }
  }));
  document.querySelectorAll('figure.columns .plot').forEach(plot => watch.observe(plot));

  // ---- ten, and more
  const isNarrow = matchMedia('(max-width:620px)').matches;
  const most = list => !isNarrow ? 10 : list.id === 'sample' || list.classList.contains('plot') ? 5 : 3;
  if (isNarrow) document.querySelectorAll('details.twin[open]').forEach(twin => { twin.open = false; });
  const lists = new Map();
  function limit(list) {
    const one = lists.get(list);
    const items = Array.from(list.children).filter(item => !item.hidden);
    items.forEach((item, i) => item.classList.toggle('beyond', !one.isOpen && i >= most(list)));
    one.button.hidden = items.length <= most(list);
    one.button.textContent = one.isOpen ? 'Show fewer' : `Show all ${d3.format(',')(items.length)}`;
    one.button.setAttribute('aria-expanded', String(one.isOpen));
  }
  for (const list of document.querySelectorAll(isNarrow ? '[data-ten],figure.bars .plot' : '[data-ten]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'more';
    lists.set(list, {isOpen: false, button});
    const table = list.tagName === 'TBODY' ? list.closest('.scroll') || list.closest('table') : list;
    table.after(button);
    button.addEventListener('click', () => {
      const one = lists.get(list);
      one.isOpen = !one.isOpen;
      limit(list);
    });
    limit(list);
  }

  // ---- the sample of articles
  const form = document.getElementById('filters');
  const articles = Array.from(document.querySelectorAll('#sample > .article'));
  const chosen = name => document.getElementById('by-' + name).value;
  function filter() {
    const words = chosen('words').trim().toLowerCase();
    let shown = 0;
    for (const article of articles) {
      const isShown = ['topic', 'language', 'site'].every(name => !chosen(name) || article.dataset[name] === chosen(name))
        && (!words || article.textContent.toLowerCase().includes(words));
      article.hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    document.getElementById('shown').textContent = `${shown} of ${articles.length}`;
    limit(document.getElementById('sample'));
  }
  function choose(text) {
    form.reset();
    const at = text.indexOf('=');
    const select = document.getElementById('by-' + text.slice(0, at));
    select.value = text.slice(at + 1);
    filter();
  }
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => event.preventDefault());
  filter();

  // ---- titles and addresses
  const index = JSON.parse(document.getElementById('index').textContent);
  const search = document.getElementById('search');
  const hits = document.getElementById('hits');
  const found = document.getElementById('found');
  const among = found.textContent;
  const MOST_HITS = 50;
  function find() {
    const words = document.getElementById('find').value.trim().toLowerCase().split(/\s+/).filter(word => word);
    const all = words.length === 0 ? [] : index.filter(entry => {
      const text = entry.map(part => part || '').join(' ').toLowerCase();
      return words.every(word => text.includes(word));
    });
    found.textContent = words.length === 0 ? among : `${d3.format(',')(all.length)} found ${among}`;
    hits.hidden = all.length === 0;
    hits.replaceChildren(...all.slice(0, MOST_HITS).map(([title, site, place, link]) => {
      const item = document.createElement('li');
      const add = (name, text, kind) => {
        const part = document.createElement(name);
        part.className = kind;
        part.textContent = text;
        item.append(part, ' ');
        return part;
      };
      add('span', title || '(no title)', 'headline').dir = 'auto';
      if (site) add('bdi', site, 'tag');
      add('bdi', place, 'place');
      if (link) {
        const to = add('a', link, 'place');
        to.href = link;
        to.rel = 'noreferrer noopener external';
        to.target = '_blank';
      }
      return item;
    }));
  }
  search.hidden = false;
  search.addEventListener('input', find);
  search.addEventListener('submit', event => event.preventDefault());

  // ---- links open what they lead to
  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.classList.contains('article') && target.hidden) {
      form.reset();
      filter();
    }
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
      if (at.classList.contains('beyond')) {
        lists.get(at.parentElement).isOpen = true;
        limit(at.parentElement);
      }
    }
    target.scrollIntoView();
    const focus = target.tagName === 'DETAILS' ? target.querySelector('summary') : target;
    if (focus === target && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    focus.focus({preventScroll: true});
  }
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.filter) choose(link.dataset.filter);
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    if (location.hash.slice(1) === id) reveal(id);
  });
  const follow = () => reveal(decodeURIComponent(location.hash.slice(1)));
  addEventListener('hashchange', follow);
  if (location.hash) follow();

  // ---- where the reader is
  const links = new Map(Array.from(document.querySelectorAll('nav a'), a => [a.getAttribute('href').slice(1), a]));
  const seen = new Set();
  const sections = Array.from(document.querySelectorAll('main > section'));
  const spy = new IntersectionObserver(entries => {
    for (const entry of entries) seen[entry.isIntersecting ? 'add' : 'delete'](entry.target.id);
    const here = sections.find(section => seen.has(section.id));
    links.forEach((link, id) => {
      if (here && id === here.id) {
        link.setAttribute('aria-current', 'true');
        const nav = link.closest('nav');
        nav.scrollLeft = link.offsetLeft - nav.clientWidth / 2 + link.offsetWidth / 2;
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }, {rootMargin: '-10% 0px -60% 0px'});
  sections.forEach(section => spy.observe(section));

  // ---- theme: the system's unless chosen otherwise
  const button = document.getElementById('theme');
  const themes = ['system', 'light', 'dark'];
  const show = theme => {
    page.classList.remove('light', 'dark');
    if (theme !== 'system') page.classList.add(theme);
    button.textContent = 'Theme: ' + theme;
    button.dataset.theme = theme;
  };
  const kept = () => { try { return localStorage.getItem('copydesk-theme'); } catch (e) { return null; } };
  show(themes.includes(kept()) ? kept() : 'system');
  button.hidden = false;
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(button.dataset.theme) + 1) % themes.length];
    show(next);
    try { localStorage.setItem('copydesk-theme', next); } catch (e) { /* nothing is kept then */ }
  });
  page.dataset.ready = 'true';
})();
