// Two contacts again of one: what every merge offers.

import { translate } from "../page/l10n.js";

/**
 * @import { Merged } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {{ backend: Pick<Backend, "unmergeContacts">, actions: Pick<Actions, "contactsChanged"> }} needs
 * @param {Merged} merged
 */
export const unmerge = ({ backend, actions }, merged) => async () => {
  await backend.unmergeContacts(merged);
  actions.contactsChanged(translate("contact-unmerged"));
};
