// Formats an answer while it is written, roughly as it will look when it is complete, so that the final version moves nothing.
// Text only ever becomes text nodes; elements are made from the few marks below.
const inline = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\((?:https?:\/|mailto:|\/)[^)\s]*\)/g;
const bullet = /^\s*[-*•]\s+/;
const numbered = /^\s*\d+[.)]\s+/;

export class LiveText {
  #text = '';
  #written = [];

  /** Where the text is shown; it may come later than the first pieces. */
  node = null;

  show(node) {
    this.node = node;
    this.#render();
  }

  /** False when the piece does not follow what is there. */
  append(offset, text) {
    if (offset !== this.#text.length) return false;
    this.#text += text;
    if (this.node) this.#render();
    return true;
  }

  /** Blocks before the last one don't change any more. */
  #render() {
    const blocks = this.#text.split(/\n{2,}/);
    blocks.forEach((block, index) => {
      if (this.#written[index] === block) return;
      this.#written[index] = block;
      const element = blockFor(block);
      const there = this.node.children[index];
      if (there) there.replaceWith(element);
      else this.node.append(element);
    });
    while (this.node.children.length > blocks.length) this.node.lastElementChild.remove();
    this.#written.length = blocks.length;
  }
}

function blockFor(block) {
  const lines = block.split('\n');
  const mark = [bullet, numbered].find(each => lines.every(line => line === '' || each.test(line)));
  if (!mark || block === '') return withLines(document.createElement('p'), lines);
  const list = document.createElement(mark === bullet ? 'ul' : 'ol');
  for (const line of lines.filter(Boolean)) list.append(withLines(document.createElement('li'), [line.replace(mark, '')]));
  return list;
}

function withLines(element, lines) {
  lines.forEach((line, index) => {
    if (index > 0) element.append(document.createElement('br'));
    let end = 0;
    for (const match of line.matchAll(inline)) {
      element.append(line.slice(end, match.index));
      const [, bold, code, link] = match;
      // A link leads somewhere only in the final version, which the server has checked.
      const marked = document.createElement(bold ? 'strong' : code ? 'code' : 'a');
      marked.textContent = bold ?? code ?? link;
      element.append(marked);
      end = match.index + match[0].length;
    }
    element.append(line.slice(end));
  });
  return element;
}
