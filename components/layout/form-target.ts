/** Where a small form of the frame goes: a server action, or an address. */
export type FormTarget = string | ((form: FormData) => void | Promise<void>);
