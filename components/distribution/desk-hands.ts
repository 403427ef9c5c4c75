const chosen = 'input[name="reports"]';

/** How many reports are chosen in the form. */
function chosenIn(form: HTMLElement): number {
  return form.querySelectorAll(`${chosen}:checked`).length;
}

/**
 * Makes the form quick for keys and mouse, and tells how many reports are chosen, until the answer is called; without
 * it, it is a form like any other.
 */
export function handsOn(form: HTMLFormElement, tell: (count: number) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    const act = actOf(event.key, form);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", onKey, { signal });
  form.addEventListener("change", () => tell(chosenIn(form)), { signal });
  form.addEventListener("dragstart", (event) => takeUp(event, form), { signal });
  form.addEventListener("dragover", (event) => mark(event, form), { signal });
  form.addEventListener("dragleave", () => unmark(form), { signal });
  form.addEventListener("dragend", () => unmark(form), { signal });
  form.addEventListener("drop", (event) => drop(event, form), { signal });
  return () => stopped.abort();
}

function actOf(key: string, form: HTMLFormElement): (() => void) | undefined {
  if (key === "j") return () => walk(form, 1);
  if (key === "k") return () => walk(form, -1);
  if (key === "a") return () => chooseAll(form);
  const receiver = /^[1-9]$/.test(key) ? form.querySelector(`[data-receiver="${key}"]`) : null;
  return receiver === null ? undefined : () => give(form, receiver);
}

function walk(form: HTMLFormElement, step: 1 | -1): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(chosen)];
  const at = boxes.findIndex((one) => one.matches(":focus"));
  const next = at < 0 ? boxes[0] : boxes[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function chooseAll(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(chosen)];
  const isAll = boxes.every(({ checked }) => checked);
  for (const one of boxes) one.checked = !isAll;
  tellChanged(form);
}

/** Without anything chosen it is the report that one stands on that is meant. */
function give(form: HTMLFormElement, receiver: Element): void {
  const here = document.activeElement;
  if (chosenIn(form) === 0 && here instanceof HTMLInputElement && here.matches(chosen)) here.checked = true;
  const choice = receiver.querySelector<HTMLInputElement>('input[name="to"]');
  if (choice !== null) choice.checked = true;
  tellChanged(form);
  form.requestSubmit();
}

/** What is not chosen is dragged alone; what is, with all that is chosen. */
function takeUp(event: DragEvent, form: HTMLFormElement): void {
  const report = elementOf(event)?.closest("[data-report]");
  const box = report?.querySelector<HTMLInputElement>(chosen);
  if (box == null) return;
  if (!box.checked) {
    for (const one of form.querySelectorAll<HTMLInputElement>(chosen)) one.checked = one === box;
    tellChanged(form);
  }
  // Some browsers drag nothing that carries nothing; what it carries names nobody.
  event.dataTransfer?.setData("text/plain", String(chosenIn(form)));
}

function mark(event: DragEvent, form: HTMLFormElement): void {
  const receiver = elementOf(event)?.closest("[data-receiver]");
  unmark(form);
  if (receiver == null || chosenIn(form) === 0) return;
  event.preventDefault();
  receiver.setAttribute("data-over", "");
}

function unmark(form: HTMLFormElement): void {
  form.querySelector("[data-over]")?.removeAttribute("data-over");
}

function drop(event: DragEvent, form: HTMLFormElement): void {
  const receiver = elementOf(event)?.closest("[data-receiver]");
  unmark(form);
  if (receiver == null) return;
  event.preventDefault();
  give(form, receiver);
}

function elementOf({ target }: Event): Element | null {
  return target instanceof Element ? target : null;
}

function tellChanged(form: HTMLFormElement): void {
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A box to tick takes no letters, so keys still mean what they mean. */
function isTyping({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  const field = target instanceof Element ? target.closest("input, textarea, select, [contenteditable]") : null;
  return field !== null && !field.matches('[type="checkbox"], [type="radio"]');
}
