/**
 * Methods that take the place of Readability's own; `slim-readability.ts` reads this file and runs none of it. Some are
 * empty, because Recto reads metadata, pictures and addresses itself, turns frames into cards before, and only needs to
 * know which elements Readability keeps, not its rewritten article. The others do the same in fewer bytes or less time.
 * `$1`, `$2` and `$3` are the short names that are given there to what Readability sets on elements.
 */
// biome-ignore-all lint/suspicious/noDoubleEquals: each byte of this is injected into pages
// biome-ignore-all lint/suspicious/noAssignInExpressions: what is expensive is computed last, and once
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the parameters are Readability's
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: the conditions are Readability's
export const READABILITY_METHODS = {
  _fixLazyImages(root) {},

  _clean(e, tag) {
    this._removeNodes(this._getAllNodesWithTag(e, tag));
  },

  _cleanStyles(e) {},

  _cleanClasses(node) {},

  _getNodeAncestors(node, maxDepth) {
    const ancestors = [];
    for (let at = node.parentNode; at && ancestors.length !== maxDepth; at = at.parentNode) ancestors.push(at);
    return ancestors;
  },

  _getRowAndColumnCount(table) {
    const span = (cell, name) => parseInt(cell.getAttribute(name), 10) || 1;
    let rows = 0,
      columns = 0;
    for (const row of table.getElementsByTagName('tr')) {
      rows += span(row, 'rowspan');
      let inRow = 0;
      for (const cell of row.getElementsByTagName('td')) inRow += span(cell, 'colspan');
      columns = Math.max(columns, inRow);
    }
    return { rows, columns };
  },

  _textSimilarity(textA, textB) {
    const [a, b] = [textA, textB].map((text) => text.toLowerCase().split(this.REGEXPS.tokenize).filter(Boolean));
    return 1 - b.filter((token) => !a.includes(token)).join(' ').length / b.join(' ').length;
  },

  // The cleaning passes have dropped scripts and styles, and made paragraphs of text between line breaks.
  _prepDocument() {
    this._replaceNodeTags(this._getAllNodesWithTag(this._doc, 'font'), 'SPAN');
  },

  _hasChildBlockElement(element) {
    for (let node = element.firstChild; node; node = node.nextSibling)
      if (this.DIV_TO_P_ELEMS.has(node.tagName) || this._hasChildBlockElement(node)) return true;
    return false;
  },

  _initializeNode(node) {
    const is = (names) => names.split(' ').includes(node.tagName);
    node.$1 = {};
    node.$1.$2 =
      (is('DIV')
        ? 5
        : is('PRE TD BLOCKQUOTE')
          ? 3
          : is('ADDRESS OL UL DL DD DT LI FORM')
            ? -3
            : is('H1 H2 H3 H4 H5 H6 TH')
              ? -5
              : 0) + this._getClassWeight(node);
  },

  _getClassWeight(e) {
    let weight = 0;
    if (this._flagIsActive(this.FLAG_WEIGHT_CLASSES))
      for (const name of [e.className, e.id])
        if (name && typeof name === 'string') {
          if (this.REGEXPS.negative.test(name)) weight -= 25;
          if (this.REGEXPS.positive.test(name)) weight += 25;
        }
    return weight;
  },

  _getLinkDensity(element, textLength) {
    const links = element.getElementsByTagName('a');
    if (!links[0]) return 0;
    textLength ??= this._getInnerText(element).length;
    let linkLength = 0;
    this._forEachNode(links, (link) => {
      const href = link.getAttribute('href');
      linkLength += this._getInnerText(link).length * (href && this.REGEXPS.hashUrl.test(href) ? 0.3 : 1);
    });
    return textLength && linkLength / textLength;
  },

  _markDataTables(root) {
    for (const table of root.getElementsByTagName('table')) {
      const says = (name) => table.getAttribute(name);
      const { rows, columns } = this._getRowAndColumnCount(table);
      table.$3 =
        says('role') != 'presentation' &&
        says('datatable') != '0' &&
        (!!says('summary') ||
          !!table.getElementsByTagName('caption')[0]?.firstChild ||
          !!table.querySelector('col,colgroup,tfoot,thead,th') ||
          (!table.querySelector('table') &&
            columns != 1 &&
            rows != 1 &&
            (rows >= 10 || columns > 4 || rows * columns > 10)));
    }
  },

  _getNextNode(node, ignoreSelfAndKids) {
    if (!ignoreSelfAndKids && node.firstElementChild) return node.firstElementChild;
    for (; node; node = node.parentNode) {
      const next = node.nextElementSibling;
      if (next) return next;
    }
    return null;
  },

  _removeNodes(nodeList, filterFn) {
    for (let i = nodeList.length; i--; ) {
      const node = nodeList[i];
      if (node.parentNode && (!filterFn || filterFn(node))) node.remove();
    }
  },

  _hasAncestorTag(node, tagName, maxDepth, filterFn) {
    let left = maxDepth || 4;
    for (let at = node.parentNode; at && left--; at = at.parentNode)
      if (at.tagName === tagName.toUpperCase() && (!filterFn || filterFn(at))) return true;
    return false;
  },

  _getInnerText(e, normalizeSpaces) {
    const text = e.textContent.trim();
    return normalizeSpaces === false ? text : text.replace(this.REGEXPS.normalize, ' ');
  },

  _forEachNode(nodeList, fn) {
    for (let i = 0, end = nodeList.length; i < end; i++) fn(nodeList[i], i);
  },

  _someNode(nodeList, fn) {
    for (let i = 0; i < nodeList.length; i++) if (fn(nodeList[i])) return true;
    return false;
  },

  _everyNode(nodeList, fn) {
    for (let i = 0; i < nodeList.length; i++) if (!fn(nodeList[i])) return false;
    return true;
  },

  // The same conditions, but each text is read once, and what is expensive is computed last.
  _cleanConditionally(e, tag) {
    if (!this._flagIsActive(this.FLAG_CLEAN_CONDITIONALLY)) return;
    const isDataTable = (table) => table.$3;
    const lengthOf = (nodes) => {
      let sum = 0;
      this._forEachNode(nodes, (node) => (sum += this._getInnerText(node).length));
      return sum;
    };
    this._removeNodes(this._getAllNodesWithTag(e, tag), (node) => {
      const count = (name) => node.getElementsByTagName(name).length;
      if (
        (tag === 'table' && isDataTable(node)) ||
        this._hasAncestorTag(node, 'table', -1, isDataTable) ||
        this._hasAncestorTag(node, 'code') ||
        this._someNode(node.getElementsByTagName('table'), isDataTable)
      )
        return false;
      const weight = this._getClassWeight(node);
      if (weight < 0) return true;
      const innerText = this._getInnerText(node);
      const { length } = innerText;
      if (innerText.split(',').length > 10) return false;
      const isList = tag === 'ul' || lengthOf(this._getAllNodesWithTag(node, 'ul,ol')) / length > 0.9;
      const p = count('p'),
        img = count('img'),
        li = count('li');
      const isFigureChild = this._hasAncestorTag(node, 'figure');
      let linkDensity;
      const haveToRemove =
        (!isFigureChild && img > 1 && p / img < 0.5) ||
        (!isList && li - 100 > p) ||
        count('input') > Math.floor(p / 3) ||
        (linkDensity = this._getLinkDensity(node, length)) > (weight < 25 ? (isList ? 1 / 0 : 0.2) : 0.5) ||
        (!isList &&
          !isFigureChild &&
          length < 25 &&
          (img === 0 || img > 2) &&
          linkDensity > 0 &&
          !(lengthOf(this._getAllNodesWithTag(node, 'h1,h2,h3,h4,h5,h6')) / length >= 0.9)) ||
        (img === 0 &&
          !this._someNode(this._getAllNodesWithTag(node, ['SPAN,LI,TD', ...this.DIV_TO_P_ELEMS]), (child) =>
            /\S/.test(child.textContent),
          ));
      return (
        haveToRemove && !(isList && img === li && !this._someNode(node.children, (child) => child.children.length > 1))
      );
    });
  },

  parse() {
    this._prepDocument();
    this._articleTitle = this._doc.title;
    return this._grabArticle().then((content) => ({ content }));
  },

  // An array of tag names as a string is separated by commas, as a list of selectors is.
  _getAllNodesWithTag(node, tagNames) {
    return node.querySelectorAll(tagNames);
  },
};
