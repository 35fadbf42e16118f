// A contact as the person fills it in. Pure.

/** @import { ContactDetail, ContactForm } from "../types.d.ts" */

/** @returns {ContactForm} */
export function emptyForm() {
  return { id: null, given: "", family: "", organisation: "", note: "", numbers: [], is_favourite: false };
}

/**
 * @param {ContactDetail} contact
 * @returns {ContactForm}
 */
export function formOf({ id, given, family, organisation, note, numbers, is_favourite }) {
  const typed = numbers.map(({ label, display }) => ({ label, number: display }));
  return { id, given, family, organisation, note, numbers: typed, is_favourite };
}
