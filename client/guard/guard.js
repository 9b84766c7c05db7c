// No page is ever blank: what is said when a browser is too old, when a script cannot be loaded, and when a page has thrown.
// In the JavaScript of 2009, and apart from all that it guards. It makes no markup of text (Trusted Types).

/** @param {Readonly<Record<string, any>>} texts in each language */
function startGuard(texts) {
  var isDisplay = /^\/display(\/|$)/.test(location.pathname);
  var language = spoken();
  var isStopped = false;
  /** @type {Record<string, boolean>} */
  var reported = {};
  var reports = 0;
  var mostReports = 5;
  /** React has emptied the page, or never filled it, this long after an error. */
  var settleMs = 500;
  /** Nothing has been drawn this long after all scripts are there. */
  var patienceMs = 15000;
  var healthyMs = 60000;
  var storageKey = 'tillside-reloads';

  function spoken() {
    var wanted = navigator.languages || [navigator.language || 'en'];
    for (var i = 0; i < wanted.length; i += 1) {
      var tag = String(wanted[i]).toLowerCase().split('-')[0];
      if (tag === 'no' || tag === 'nn') tag = 'nb';
      if (tag && texts[tag]) return tag;
    }
    return 'en';
  }

  /** What the pages need that is younger than modules are, and that no page asks for before it uses it. */
  function isTooOld() {
    /** @type {unknown[]} */
    var needed = [
      'noModule' in document.createElement('script'),
      window.Promise,
      window.fetch,
      window.AbortController,
      window.HTMLDialogElement,
      Object.fromEntries,
      Array.prototype.flatMap,
      String.prototype.replaceAll,
      typeof Intl !== 'undefined' && Intl.Locale && Intl.PluralRules,
      window.CSS && CSS.supports('inset', '0') && CSS.supports('aspect-ratio', '1'),
    ];
    return needed.indexOf(undefined) >= 0 || needed.indexOf(false) >= 0;
  }

  function isBlank() {
    var root = document.getElementById('root');
    if (!root) return true;
    for (var key in root) if (/^__reactContainer/.test(key)) return root.childNodes.length === 0;
    return true;
  }

  /** @param {HTMLElement} parent @param {string} tag @param {string} text @param {string} lang */
  function add(parent, tag, text, lang) {
    var element = document.createElement(tag);
    element.textContent = text;
    element.lang = lang;
    parent.appendChild(element);
    return element;
  }

  /** @param {'tooOld' | 'broken' | 'notLoaded'} why */
  function stop(why) {
    if (isStopped) return;
    isStopped = true;
    if (document.body) draw(why);
    else
      document.addEventListener('DOMContentLoaded', function () {
        draw(why);
      });
  }

  /** @param {'tooOld' | 'broken' | 'notLoaded'} why */
  function draw(why) {
    var root = document.getElementById('root');
    if (root) root.style.display = 'none';
    var page = document.createElement('main');
    page.className = 'notice-page';
    page.setAttribute('role', 'alert');
    page.setAttribute('data-stopped', why);
    if (why === 'tooOld') {
      add(page, 'p', texts[language].tooOld, language);
      for (var other in texts) if (other !== language) add(page, 'p', texts[other].tooOld, other);
    } else {
      var said = texts[language][isDisplay ? 'display' : why];
      add(page, 'h1', said.title, language);
      add(page, 'p', said.text, language);
      if (isDisplay) {
        // Customers read it from 1.5 m away, also when no stylesheet has come.
        page.style.fontSize = 'max(32px, 4vmin)';
        reloadLater();
      } else addButton(page);
    }
    document.body.appendChild(page);
  }

  /** @param {HTMLElement} page */
  function addButton(page) {
    var button = add(page, 'button', texts[language].again, language);
    button.onclick = function () {
      location.reload();
    };
    setTimeout(function () {
      button.focus();
    }, 0);
  }

  /** How often in a row this screen has loaded itself anew; where nothing can be kept, as often as makes the longest pause. */
  function reloads() {
    try {
      return Number(sessionStorage.getItem(storageKey)) || 0;
    } catch (_) {
      return 5;
    }
  }

  /** @param {number} count */
  function setReloads(count) {
    try {
      sessionStorage.setItem(storageKey, String(count));
    } catch (_) {
      // Then it waits as long as it can each time.
    }
  }

  /** Nobody touches a display. Pauses grow from 5 s to 160 s; without a server a reload would end on a page of the browser. */
  function reloadLater() {
    var count = Math.min(reloads(), 5);
    setTimeout(function () {
      var asked = new XMLHttpRequest();
      asked.open('HEAD', location.pathname);
      asked.timeout = 10000;
      asked.onloadend = function () {
        setReloads(count + 1);
        if (asked.status >= 200 && asked.status < 500) location.reload();
        else reloadLater();
      };
      asked.send();
    }, 5000 * Math.pow(2, count));
  }

  /** @param {string} kind @param {unknown} error @param {string} [message] */
  function report(kind, error, message) {
    var thrown = /** @type {{ message?: unknown, stack?: unknown }} */ (error || {});
    var text = String(message || thrown.message || error).slice(0, 500);
    if (reported[text] || reports >= mostReports) return;
    reported[text] = true;
    reports += 1;
    var body = { page: location.pathname.split('/')[1] || 'home', kind: kind, message: text, stack: '' };
    if (thrown.stack) body.stack = String(thrown.stack).slice(0, 2500);
    var sent = new XMLHttpRequest();
    sent.open('POST', '/api/client-errors');
    sent.setRequestHeader('Content-Type', 'application/json');
    sent.send(JSON.stringify(body));
  }

  function stopIfBlank() {
    setTimeout(function () {
      if (isBlank()) stop('broken');
    }, settleMs);
  }

  /** @param {any} event */
  function onError(event) {
    var target = event.target;
    if (target && target !== window && target.tagName) {
      var isNeeded =
        target.tagName === 'SCRIPT' || (target.tagName === 'LINK' && target.rel === 'stylesheet');
      if (!isNeeded) return;
      report('not_loaded', null, target.tagName.toLowerCase() + ' could not be loaded');
      stop('notLoaded');
      return;
    }
    report('error', event.error, event.message);
    stopIfBlank();
  }

  if (isTooOld()) {
    stop('tooOld');
    return;
  }
  // Those that concern an element do not bubble.
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', function (event) {
    report('rejection', event.reason);
    stopIfBlank();
  });
  window.addEventListener('load', function () {
    setTimeout(function () {
      if (isBlank() && !document.hidden) stop('notLoaded');
    }, patienceMs);
    setTimeout(function () {
      if (!isStopped) setReloads(0);
    }, healthyMs);
  });
}

startGuard(__GUARD_TEXTS__);
