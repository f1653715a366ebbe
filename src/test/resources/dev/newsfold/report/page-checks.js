// What BrowserTest asks of an open page: each function yields a list of faults or of addresses.
(function () {
  "use strict";

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function seen(element) {
    return element.getClientRects().length > 0 && element.checkVisibility(
      { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  }

  function name(element) {
    var text = (element.textContent || element.getAttribute("aria-label") || "").trim();
    return element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") +
      (element.getAttribute("class") ? "." + element.getAttribute("class") : "") + " " + text.slice(0, 40);
  }

  /** Where links and loaded files are, made absolute. */
  function addresses() {
    return all("[href], [src]").map(function (element) {
      return new URL(element.getAttribute("href") || element.getAttribute("src"), document.baseURI).href;
    });
  }

  /** What makes the whole page wider than the window. */
  function tooWide() {
    if (document.scrollingElement.scrollWidth <= window.innerWidth) {
      return [];
    }
    var wide = all("body *").filter(function (element) {
      return element.getBoundingClientRect().right > window.innerWidth &&
        (getComputedStyle(document.querySelector(".scroll") || document.body).overflowX === "visible" ||
          !element.closest(".scroll > *"));
    });
    return ["the page is " + document.scrollingElement.scrollWidth + " wide"].concat(wide.map(name));
  }

  /** What does not fit into its own box, so that paper would not show it. */
  function cut() {
    return tooWide().concat(all("body *").filter(function (element) {
      var style = getComputedStyle(element);
      return style.overflowX !== "visible" && style.display !== "inline" && seen(element) &&
        element.scrollWidth > element.clientWidth + 1;
    }).map(name));
  }

  /** What is of no use on paper. */
  function forClicking() {
    return all("nav, .skip, .data, input").filter(seen).map(name);
  }

  /** Words in Latin letters that a line's end tears apart, though a line of their own could hold them. */
  function tornWords() {
    var faults = [];
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      var parent = node.parentElement;
      if (!/[a-z]{2}/i.test(node.data) || !seen(parent) || parent.closest("svg, .address, .path, .id, .payload")) {
        continue;
      }
      var room = boxOf(parent);
      var words = /[\p{Script=Latin}\p{M}]{2,}/gu;
      for (var word = words.exec(node.data); word; word = words.exec(node.data)) {
        var range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        var parts = Array.prototype.slice.call(range.getClientRects());
        var lines = new Set(parts.map(function (part) { return Math.round(part.top); })).size;
        var width = parts.reduce(function (sum, part) { return sum + part.width; }, 0);
        if (lines > 1 && width <= room) {
          faults.push(word[0] + " in " + name(parent));
        }
      }
    }
    return faults;
  }

  function boxOf(element) {
    while (getComputedStyle(element).display.indexOf("inline") === 0) {
      element = element.parentElement;
    }
    var style = getComputedStyle(element);
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  var reached = [];

  function light(color) {
    var parts = color.match(/[\d.]+/g).slice(0, 3).map(function (part) {
      var value = part / 255;
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  /** Whether a ring of three to one, as WCAG asks, is around an element that is in the window. */
  function shown(element) {
    var style = getComputedStyle(element);
    var box = element.getBoundingClientRect();
    var ring = light(style.outlineColor) + 0.05;
    var paper = light(getComputedStyle(document.body).backgroundColor) + 0.05;
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 &&
      Math.max(ring, paper) / Math.min(ring, paper) >= 3 &&
      box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  }

  function reachable() {
    return all("a[href], button, input, summary, [tabindex='0']").filter(seen);
  }

  /** How often Tab has to be pressed to come through the page; from now on it is watched. */
  function watchFocus() {
    reached = [];
    document.addEventListener("focusin", function (event) {
      reached.push({ element: event.target, shown: shown(event.target) });
    });
    if (document.activeElement) {
      document.activeElement.blur();
    }
    return reachable().length;
  }

  /** What the keyboard did not come to, or came to unseen. */
  function focusFaults() {
    var faults = reached.filter(function (step) { return !step.shown; }).map(function (step) {
      return "unseen: " + name(step.element);
    });
    var elements = new Set(reached.map(function (step) { return step.element; }));
    return faults.concat(reachable().filter(function (element) { return !elements.has(element); })
      .map(function (element) { return "not reached: " + name(element); }));
  }

  /** What a reader reads. */
  function text() {
    return [document.querySelector("main").innerText.replace(/\s+/g, " ")];
  }

  return {
    addresses: addresses,
    tooWide: tooWide,
    cut: cut,
    forClicking: forClicking,
    tornWords: tornWords,
    watchFocus: watchFocus,
    focusFaults: focusFaults,
    text: text
  };
})()
