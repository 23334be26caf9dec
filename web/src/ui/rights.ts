/** The words of actions and roles, in the order in which one chooses them; their names are `ui:action_…`, `ui:role_…`. */
export const actions = [
  'own.read',
  'own.edit',
  'own.password.change',
  'own.second_factor.change',
  'own.session.end',
  'own.token.create',
  'own.token.revoke',
  'organisation.read',
  'organisation.create',
  'organisation.edit',
  'organisation.move',
  'organisation.merge',
  'organisation.close',
  'account.read',
  'account.invite',
  'account.edit',
  'account.disable',
  'account.second_factor.reset',
  'account.sessions.end',
  'grant.give',
  'grant.end',
  'access.explain',
  'audit.read',
  'audit.export',
  'catalogue.read',
  'catalogue.edit',
  'catalogue.publish',
  'figure.read',
  'figure.import',
  'round.read',
  'round.manage',
  'submission.read',
  'submission.edit',
  'submission.comment',
  'submission.decide',
] as const;

export const roles = [
  'reporter',
  'reviewer',
  'analyst',
  'publisher',
  'supervisor',
  'evaluator',
  'viewer',
  'system_admin',
  'security_admin',
  'auditor',
] as const;

/** The key of an action's name: dots would be steps of a path. */
export function actionKey(action: string): string {
  return `ui:action_${action.replaceAll('.', '_')}`;
}
