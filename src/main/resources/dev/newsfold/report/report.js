// What pages of the report can do beyond being read: search, and sorting of tables.
(function () {
  "use strict";

  // Words, and in scripts without spaces any run of characters, are found where they stand.
  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function search(rows, query, most) {
    var terms = plain(query).split(/\s+/).filter(Boolean);
    var found = { all: 0, rows: [] };
    if (terms.length === 0) {
      return found;
    }
    for (var i = 0; i < rows.length; i++) {
      var hit = terms.every(function (term) { return rows[i].plain.indexOf(term) >= 0; });
      if (hit) {
        found.all++;
        if (found.rows.length < most) {
          found.rows.push(rows[i]);
        }
      }
    }
    return found;
  }

  function startSearch(box) {
    var rows = (window.newsfoldSearch || []).map(function (row) {
      return { kind: row[0], text: row[1], page: row[2], plain: plain(row[1]) };
    });
    var query = document.getElementById("query");
    var status = document.getElementById("found");
    var results = document.getElementById("results");

    function show() {
      var found = search(rows, query.value, 100);
      results.textContent = "";
      found.rows.forEach(function (row) {
        var item = document.createElement("li");
        var kind = document.createElement("span");
        var link = document.createElement("a");
        var text = document.createElement("bdi");
        kind.className = "soft";
        kind.textContent = row.kind + " ";
        text.textContent = row.text;
        link.href = row.page;
        link.appendChild(text);
        item.appendChild(kind);
        item.appendChild(link);
        results.appendChild(item);
      });
      status.textContent = plain(query.value).trim() === "" ? "" :
        found.all + " found" + (found.all > found.rows.length ? ", the first " + found.rows.length + " shown" : "");
    }

    /** What the page's address asks for, as in search.html#q=bridge. */
    function showAddressed() {
      if (location.hash.indexOf("#q=") === 0) {
        try {
          query.value = decodeURIComponent(location.hash.slice(3));
        } catch (e) {
          query.value = "";
        }
        show();
      }
    }

    box.hidden = false;
    document.getElementById("lists").hidden = true;
    query.addEventListener("input", show);
    window.addEventListener("hashchange", showAddressed);
    showAddressed();
    query.focus();
  }

  function valueOf(row, column) {
    var cell = row.cells[column];
    var sort = cell.getAttribute("data-sort");
    return sort === null ? cell.textContent.trim() : sort;
  }

  function compare(a, b) {
    var x = Number(a);
    var y = Number(b);
    if (a !== "" && b !== "" && !isNaN(x) && !isNaN(y)) {
      return x - y;
    }
    return a < b ? -1 : a > b ? 1 : 0;
  }

  function sort(table, column, head) {
    var down = head.getAttribute("aria-sort") === "ascending";
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row, place) {
      return { row: row, value: valueOf(row, column), place: place };
    });
    rows.sort(function (a, b) {
      // What is empty comes last, whichever way it goes.
      if ((a.value === "") !== (b.value === "")) {
        return a.value === "" ? 1 : -1;
      }
      return (down ? -1 : 1) * compare(a.value, b.value) || a.place - b.place;
    });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) {
      cell.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.forEach(function (item) { body.appendChild(item.row); });
  }

  function startSorting(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) {
        button.appendChild(head.firstChild);
      }
      head.appendChild(button);
      button.addEventListener("click", function () { sort(table, column, head); });
    });
  }

  var box = document.getElementById("search");
  if (box) {
    startSearch(box);
  }
  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), startSorting);
})();
