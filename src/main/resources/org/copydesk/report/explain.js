// Lets a person correct the labels of a page's lines and download what `train pages` reads: a row of labels and the text.
(() => {
  'use strict';
  const page = document.documentElement;
  const desk = document.getElementById('correct');
  if (!desk) {
    page.dataset.ready = 'true';
    return;
  }
  const choices = Array.from(document.querySelectorAll('select[data-line]'));
  const told = document.getElementById('corrected');

  function show(choice) {
    const block = choice.closest('.block');
    block.className = 'block l-' + choice.value;
    block.toggleAttribute('data-corrected', choice.value !== choice.dataset.given);
    const count = choices.filter(each => each.value !== each.dataset.given).length;
    told.textContent = count + (count === 1 ? ' line corrected' : ' lines corrected');
  }

  // Each line that is not blank has one label; a line that no block shows is furniture.
  function row() {
    const labels = new Array(Number(desk.dataset.lines)).fill('boilerplate');
    for (const choice of choices) labels[Number(choice.dataset.line)] = choice.value;
    const runs = [];
    for (let i = 0, from = 0; i < labels.length; i++) {
      if (labels[i + 1] === labels[i]) continue;
      runs.push(labels[i] + '*' + (i + 1 - from));
      from = i + 1;
    }
    return [desk.dataset.file, desk.dataset.host, desk.dataset.language, runs.join(' ')].join('\t');
  }

  function download(name, parts) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts, {type: 'application/octet-stream'}));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  for (const choice of choices) choice.addEventListener('change', () => show(choice));
  document.getElementById('labels').addEventListener('click', () =>
    download(desk.dataset.file + '.tsv', ['source_file\thost\tlanguage\tlabels\n', row(), '\n']));
  document.getElementById('text').addEventListener('click', () =>
    download(desk.dataset.file, [Uint8Array.from(atob(desk.dataset.text), c => c.charCodeAt(0))]));
  page.dataset.ready = 'true';
})();
