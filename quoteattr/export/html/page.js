(() => {
  "use strict";
  const article = document.getElementById("article");
  if (!article) return;
  const svg = article.querySelector(".links");
  const sheet = document.querySelector(".sheet");
  const status = document.querySelector(".shown [role=status]");
  const showAll = document.querySelector(".all");
  const items = [...document.querySelectorAll(".claim")];
  const badges = [...article.querySelectorAll("a.badge")];
  const buttons = [...document.querySelectorAll(".filters button")];
  const phone = matchMedia("(max-width: 48rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const LINKED = ["addressee", "source", "implied", "speaker"];

  // number of a claim -> role -> elements in the article
  const parts = new Map(items.map((item) => [item.dataset.claim, {}]));
  const segments = [...article.querySelectorAll("[data-parts]")].map((element) => {
    const roles = element.dataset.parts.split(" ").map((part) => part.split(":"));
    for (const [role, number] of roles) {
      const claim = parts.get(number);
      if (claim) (claim[role] ||= []).push(element);
    }
    return { element, roles };
  });
  const rolesOf = new Map(segments.map(({ element, roles }) => [element, roles]));
  const itemOf = new Map(items.map((item) => [item.dataset.claim, item]));
  const badgeOf = new Map(badges.map((badge) => [badge.dataset.claim, badge]));

  let held = null;
  let active = [];
  let lit = [];

  const claimsAt = (target) => {
    const owner = target.closest("[data-claim]");
    if (owner) return [owner.dataset.claim].filter(isShown);
    const segment = target.closest("[data-parts]");
    if (!segment) return [];
    const roles = rolesOf.get(segment) || [];
    // A name that several claims share lights them all; else the narrowest claim.
    const named = roles.filter(([role]) => role !== "content" && role !== "implied");
    const found = named.length ? named : roles.slice(0, 1);
    return [...new Set(found.map(([, number]) => number))].filter(isShown);
  };
  const isShown = (number) => itemOf.has(number) && !itemOf.get(number).hidden;

  function activate(numbers, { scroll = false } = {}) {
    if (numbers.join() === active.join()) return;
    for (const element of lit) {
      element.classList.remove("on");
      element.removeAttribute("data-tag");
      element.removeAttribute("aria-current");
    }
    lit = [];
    active = numbers;
    for (const number of numbers) {
      for (const [role, elements] of Object.entries(parts.get(number) || {})) {
        elements.forEach((element, index) => {
          light(element);
          if (role !== "content" && role !== "cue" && index === 0) {
            element.dataset.tag = role === "implied" ? "speaker, from context" : role;
          }
        });
      }
      for (const element of [itemOf.get(number), badgeOf.get(number)]) {
        if (element) {
          light(element);
          element.setAttribute("aria-current", "true");
        }
      }
    }
    draw();
    const first = itemOf.get(numbers[0]);
    if (first && scroll && !phone.matches) reveal(first);
    showSheet();
  }

  function light(element) {
    element.classList.add("on");
    lit.push(element);
  }

  function reveal(item) {
    const list = item.closest(".claims");
    const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      const top = list.scrollTop + inner.top - outer.top - outer.height / 3;
      list.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  // the links
  function draw() {
    svg.replaceChildren();
    const origin = svg.getBoundingClientRect();
    for (const number of active) {
      const claim = parts.get(number) || {};
      if (!claim.content) continue;
      const contents = claim.content.flatMap((element) => [...element.getClientRects()]);
      for (const role of LINKED) {
        for (const element of first(claim[role])) link(role, element, contents, origin);
      }
    }
  }

  const first = (elements) => (elements || []).slice(0, 1);

  function link(role, element, contents, origin) {
    const from = element.getClientRects()[0];
    if (!from || !contents.length || contents.some((box) => holds(box, from))) return;
    // A link along the line is read as one; a link to the line below crosses other words.
    const beside = contents.filter((box) => Math.abs(from.top - box.top) < from.height / 2);
    const to = (beside.length ? beside : contents)
      .reduce((best, box) => (gap(from, box) < gap(from, best) ? box : best));
    const [a, b] = ends(from, to).map(([x, y]) => [x - origin.left, y - origin.top]);
    const same = Math.abs(from.top - to.top) < from.height / 2;
    const lift = same ? -from.height * 0.9 : (b[1] - a[1]) / 2;
    const curve = same
      ? `M${a} C${a[0]},${a[1] + lift} ${b[0]},${b[1] + lift} ${b}`
      : `M${a} C${a[0]},${a[1] + lift} ${b[0]},${b[1] - lift} ${b}`;
    shape("path", { d: curve, class: "halo" });
    shape("path", { d: curve, class: `to-${role}` });
    shape("circle", { cx: b[0], cy: b[1], r: 4.5, class: `to-${role}` });
  }

  const holds = (outer, inner) =>
    outer.left <= inner.left + 1 && outer.right >= inner.right - 1 &&
    Math.abs(outer.top - inner.top) < inner.height / 2;

  function gap(a, b) {
    const x = Math.max(0, b.left - a.right, a.left - b.right);
    const y = Math.max(0, b.top - a.bottom, a.top - b.bottom);
    return x + 3 * y;
  }

  function ends(from, to) {
    const middle = (from.left + from.right) / 2;
    const near = Math.min(Math.max(middle, to.left + 8), Math.max(to.right - 8, to.left));
    if (Math.abs(from.top - to.top) < from.height / 2) {
      return [[middle, from.top], [near, to.top]];
    }
    return from.top < to.top ? [[middle, from.bottom], [near, to.top]]
      : [[middle, from.top], [near, to.bottom]];
  }

  function shape(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    svg.append(element);
  }

  // the card on a phone
  function showSheet() {
    const item = held && itemOf.get(held);
    sheet.hidden = !(item && phone.matches);
    if (sheet.hidden) return;
    const copy = item.cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    sheet.firstElementChild.replaceChildren(...copy.childNodes);
  }

  // pointing, holding, stepping
  function hold(number) {
    held = number;
    activate(number ? [number] : [], { scroll: true });
    showSheet();
    const place = badgeOf.get(number);
    if (place && phone.matches) place.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const shown = badges.filter((badge) => isShown(badge.dataset.claim));
    if (!shown.length) return;
    const current = shown.findIndex((badge) => badge.dataset.claim === (held || active[0]));
    const next = shown[Math.min(Math.max(current + by, 0), shown.length - 1)];
    focusBadge(next);
    if (held) hold(next.dataset.claim);
  }

  function focusBadge(badge) {
    badges.forEach((other) => { other.tabIndex = other === badge ? 0 : -1; });
    badge.focus({ preventScroll: true });
    badge.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("mouseover", (event) => {
    if (held || phone.matches) return;
    const numbers = claimsAt(event.target);
    activate(numbers, { scroll: article.contains(event.target) });
  });
  document.addEventListener("focusin", (event) => {
    if (held && event.target.closest("a.badge")) held = event.target.dataset.claim || held;
    const owner = event.target.closest("[data-claim]");
    if (owner && isShown(owner.dataset.claim)) {
      activate([owner.dataset.claim], { scroll: article.contains(owner) });
    }
  });
  document.addEventListener("click", (event) => {
    const stepper = event.target.closest("[data-step]");
    if (stepper) return Number(stepper.dataset.step) ? step(Number(stepper.dataset.step)) : hold(null);
    if (article.contains(event.target)) {
      const [number] = claimsAt(event.target);
      if (event.target.closest("a.badge")) event.preventDefault();
      if (!getSelection().toString()) hold(number && number !== held ? number : null);
      return undefined;
    }
    const badge = event.target.closest(".claim > a.badge");
    if (badge) {
      event.preventDefault();
      const number = badge.closest(".claim").dataset.claim;
      const place = badgeOf.get(number);
      hold(number);
      if (place) {
        badges.forEach((other) => { other.tabIndex = other === place ? 0 : -1; });
        place.focus({ preventScroll: true });
        place.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
      }
    }
    return undefined;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hold(null);
      return;
    }
    const badge = event.target.closest && event.target.closest("main a.badge");
    if (!badge || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const far = { Home: -badges.length, End: badges.length }[event.key];
    if (!by && !far) return;
    event.preventDefault();
    step(by || far);
  });
  badges.forEach((badge, index) => { badge.tabIndex = index ? -1 : 0; });

  // filters: any of the pressed speakers, any of the pressed kinds, doubtful alone
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

  function pressed(key) {
    return buttons.filter((button) => key in button.dataset && isPressed(button))
      .map((button) => button.dataset[key]);
  }

  function filter() {
    const [who, kinds, doubtful] = ["who", "kind", "doubtful"].map(pressed);
    let count = 0;
    for (const item of items) {
      item.hidden = (who.length > 0 && !who.includes(item.dataset.who)) ||
        (kinds.length > 0 && !kinds.includes(item.dataset.kind)) ||
        (doubtful.length > 0 && !item.classList.contains("doubtful"));
      count += item.hidden ? 0 : 1;
    }
    for (const { element, roles } of segments) {
      const real = roles.filter(([role]) => role !== "implied");
      element.classList.toggle("off", real.length > 0 && !real.some(([, number]) => isShown(number)));
    }
    for (const badge of badges) badge.classList.toggle("off", !isShown(badge.dataset.claim));
    // The one number that Tab stops at has to be among those that are shown.
    const stop = badges.find((badge) => isShown(badge.dataset.claim));
    badges.forEach((badge) => { badge.tabIndex = badge === stop ? 0 : -1; });
    const all = count === items.length;
    status.textContent = all ? "" : `Showing ${count} of ${items.length} claims`;
    showAll.hidden = all;
    if (held && !isShown(held)) hold(null);
    else activate(active.filter(isShown));
    draw();
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isPressed(button)));
      filter();
    });
  }
  showAll.addEventListener("click", () => {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    filter();
    (buttons[0] || article).focus();
  });
  if (phone.matches) {
    for (const details of document.querySelectorAll(".filters details")) details.open = false;
  }
  addEventListener("resize", () => { draw(); showSheet(); });
  addEventListener("beforeprint", () => {
    hold(null);
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
