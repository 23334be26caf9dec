// Generated from openapi/api.json by `npm run api`. Do not edit.

export interface paths {
    "/api/v1/access/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may do an action in an organisation at this moment. */
        get: {
            parameters: {
                query: {
                    /**
                     * @description An action: a word that the description of the API gives as `x-action`.
                     * @example account.invite
                     */
                    action: string;
                    /**
                     * @description The code of an organisation.
                     * @example 330203
                     */
                    organisation: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HolderList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that one may see, by name to sign in with. */
        get: {
            parameters: {
                query?: {
                    /** @description Those after this one, as `next` said. */
                    after?: string;
                    /** @description How many, 50 by default and 200 at most. */
                    limit?: number;
                    /**
                     * @description Those only that nobody has used or been invited to for so many days, and that are not disabled.
                     * @example 90
                     */
                    unused_days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invites somebody. The link is in the answer and nowhere else: give it to them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteShape"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account with its roles. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the name of an account, or where its owner belongs. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditAccount"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disables an account: it may not sign in, and what it is signed in with counts no more. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enables an account again, with its password and roles of before. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all sessions of an account. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndedSessions"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes another link for somebody who was invited; those before are worth nothing. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes away a second factor that its owner has lost. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an account may do at this moment, and why. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rights"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grants a role. What the account is signed in with counts no more. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveGrant"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role back. What the account is signed in with counts no more. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /** @description The id of the role held */
                    grant: string;
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries that one may see, the newest first. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Which use case, such as `account.invite`.
                     * @example account.invite
                     */
                    action?: string;
                    /** @description Who, as the log writes it: `account:` and an id, `operator`, `public`. */
                    actor?: string;
                    /** @description Older than this entry, as `next` said. */
                    before?: number;
                    /**
                     * @description From this moment.
                     * @example 2026-01-05T02:00:00Z
                     */
                    from?: string;
                    /** @description How many, 100 by default and 500 at most. */
                    limit?: number;
                    /** @description The id of the organisation it was done in. */
                    organisation?: string;
                    /** @description `done`, `refused` or `failed`. */
                    outcome?: "done" | "refused" | "failed";
                    /** @description What it was done to. */
                    subject?: string;
                    /** @description Before this moment. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the entries that one may see away as a file, the newest first. That is an entry too. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeAway"];
                };
            };
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                        "text/csv": string;
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an invitation up with a password of one's own. The link counts once; signing in comes next. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptShape"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Myself"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a link invites. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkShape"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Myself"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own account. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnAccount"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name or language of one's own account. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditOwnAccount"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnAccount"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own password. Every other session ends, and this one gets another secret. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePassword"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to set a second factor up. It counts once a code of it has come back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProvePassword"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnrolmentShape"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the first code of a second factor. Every other session ends, and this one gets another secret. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeShape"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one's own second factor away. Roles that need one are held back from then on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProveBoth"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session of one's own. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's tokens, the newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a token that does what it is made for, as far as its owner may. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeToken"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeToken"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a token back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations that one may see, by code. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds an organisation. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddOrganisation"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation, with the names that it has had. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example STB
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationDetail"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name, kind or unit of an organisation. A new name counts from now on; the one before stays known. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example STB
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organisations/{code}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an organisation under which no open one stands. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example STB
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merges an organisation into another one: what stands under it moves over, and it is closed. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example STB
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OtherOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts an organisation under another one, with all that stands below it. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example STB
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OtherOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a password has to be like, for whoever chooses one: also before anybody is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasswordPolicy"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. Anybody may ask. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in by name and password. With a second factor, its code comes next. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInShape"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Signs out: the session ends. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the code of the second factor. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeShape"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider. */
        get: {
            parameters: {
                query?: {
                    /** @description Where to go on this site; anything else is left out. */
                    back?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To the provider; back to the page for signing in when it does not answer */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sign-on/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Takes the browser back from the provider: signed in, or to the page for signing in with the reason. */
        get: {
            parameters: {
                query?: {
                    /** @description What the provider gives for a token. */
                    code?: string;
                    /** @description Why there is none. */
                    error?: string;
                    /** @description Who says so. */
                    iss?: string;
                    /** @description What was sent along. */
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed in, or to the page for signing in, which says what was refused */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first start is still to come. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupState"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes the system administrator and invites the security administrator, with the code that the console shows. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetUpShape"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The strategies */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The strategies */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StrategyList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A strategy */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The strategy */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StrategyDetail"];
                    };
                };
                /** @description No such strategy */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calibers and sources that indicators and frameworks refer to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueLists"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the framework: what was published, the oldest first, then drafts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkVersionList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begins a draft, empty or as a copy. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateDraft"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkVersionDetail"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the framework, with the definitions that it rests on. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkVersionDetail"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Takes a draft away. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The revision that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Makes a draft say something else: the whole of it. It may still be wrong. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The revision that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkVersionDetail"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps a version from being published, and what is worth a look. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkCheck"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/compare/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs from the other version to this one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The version it is compared with
                     * @example 2023-example
                     */
                    other: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version that is looked at
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkComparison"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the framework as an Excel workbook or as files of a pack */
        get: {
            parameters: {
                query: {
                    /** @description `xlsx`, or `pack` for a ZIP of the files of a pack. */
                    format: "xlsx" | "pack";
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                        "application/zip": number[];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a draft: it never changes from then on, and the index is computed with it. Whoever has edited it cannot
         *     publish it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The revision that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Publish"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkPublished"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retires a published version that is not in force any more. It stays as it was published. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The revision that was read
                     * @example "v1"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2023
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Retire"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkVersionDetail"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Computes what a version would give with the figures released now, and how ranks would change. Nothing is recorded. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The version
                     * @example 2024
                     */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkTrial"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The indicators of the catalogue by code, retired ones too. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueIndicatorList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds an indicator. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddIndicator"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueIndicator"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/indicators/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One indicator of the catalogue. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the indicator
                     * @example RD_GDP
                     */
                    code: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueIndicator"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives an indicator another definition from now on. Published frameworks go on with the one of their day. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the indicator
                     * @example RD_GDP
                     */
                    code: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditIndicator"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueIndicator"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/indicators/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an indicator has said, since when and why. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the indicator
                     * @example RD_GDP
                     */
                    code: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DefinitionHistory"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/catalogue/indicators/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retires an indicator: it stays known, and takes no part in new versions of the framework. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of the indicator
                     * @example RD_GDP
                     */
                    code: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Retire"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueIndicator"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures that one may read before their release, each in the version that counts */
        get: {
            parameters: {
                query?: {
                    /** @description Behind this cell, as `next` said. */
                    after?: string;
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description Only of this caliber. */
                    caliber?: string;
                    /**
                     * @description Only of this indicator.
                     * @example RD_GDP
                     */
                    indicator?: string;
                    /** @description How many, 100 by default and 500 at most. */
                    limit?: number;
                    /**
                     * @description Only of this period.
                     * @example 2023
                     */
                    period?: string;
                    /**
                     * @description `estimate`, `flash`, `final` or `revised`.
                     * @example final
                     */
                    status?: string;
                    /**
                     * @description Only of this unit.
                     * @example 330203
                     */
                    unit?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FigureList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same figures as a CSV or Excel file, at most 100,000 */
        get: {
            parameters: {
                query: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description Only of this caliber. */
                    caliber?: string;
                    /** @description `csv` or `xlsx`. */
                    format: "csv" | "xlsx";
                    /**
                     * @description Only of this indicator.
                     * @example RD_GDP
                     */
                    indicator?: string;
                    /**
                     * @description The language of the headings; that of the request by default.
                     * @example zh
                     */
                    lang?: string;
                    /**
                     * @description Only of this period.
                     * @example 2023
                     */
                    period?: string;
                    /**
                     * @description `estimate`, `flash`, `final` or `revised`.
                     * @example final
                     */
                    status?: string;
                    /**
                     * @description Only of this unit.
                     * @example 330203
                     */
                    unit?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                        "text/csv": string;
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/figures/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a figure: what each said, who reported and approved it, when and why */
        get: {
            parameters: {
                query: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /**
                     * @description Of this caliber.
                     * @example DEMO
                     */
                    caliber: string;
                    /**
                     * @description Of this indicator.
                     * @example RD_GDP
                     */
                    indicator: string;
                    /**
                     * @description Of this period.
                     * @example 2023
                     */
                    period: string;
                    /**
                     * @description Of this unit.
                     * @example 330203
                     */
                    unit: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FigureHistory"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The framework with its weights */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The framework */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrameworkShape"];
                    };
                };
                /** @description No such strategy */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The indicators */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The indicators, by code */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorList"];
                    };
                };
                /** @description No such strategy */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/indicators/{indicator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An indicator with its ranking and its series */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description The caliber; that of the index by default, or the one with most figures. */
                    caliber?: string;
                    /**
                     * @description The period; the latest with figures by default.
                     * @example 2023
                     */
                    period?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the indicator
                     * @example RD_GDP
                     */
                    indicator: string;
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The indicator */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorPage"];
                    };
                };
                /** @description A parameter is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No such strategy, indicator or period */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/league-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The league table of a node in a period */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description Only the units of this group. */
                    group?: string;
                    /** @description The node; the whole index by default. */
                    node?: string;
                    /**
                     * @description The period; the latest by default.
                     * @example 2023
                     */
                    period?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The league table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeagueTable"];
                    };
                };
                /** @description A parameter is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No such strategy, period, node or group */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/league-table/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The league table as a CSV or Excel file */
        get: {
            parameters: {
                query: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description `csv` or `xlsx`. */
                    format: "csv" | "xlsx";
                    /** @description Only the units of this group. */
                    group?: string;
                    /**
                     * @description The language of the headings; that of the request by default.
                     * @example zh
                     */
                    lang?: string;
                    /** @description The node; the whole index by default. */
                    node?: string;
                    /**
                     * @description The period; the latest by default.
                     * @example 2023
                     */
                    period?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                        "text/csv": string;
                    };
                };
                /** @description A parameter is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No such strategy, period, node or group */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The periods of the index */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The periods, in order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PeriodList"];
                    };
                };
                /** @description No such strategy */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rounds that one may see, the newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a round, to be designed. Nobody is asked before it is opened. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddRound"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a round. Once it is open, only title and deadline change. */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditRound"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a round: nothing is handed in any more, and what was handed in may still be approved. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/design": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a round asks, of whom, what of it is asked elsewhere or known already, and what all of it costs the units. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundDesign"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an organisation more time, with the reason why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Extension"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Submission"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Designs the round that follows, as its recurrence says: the same indicators of the same units for the periods that
         *     come next, due as much later.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NextRound"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a round: each cell is asked of one organisation. One that was closed is opened again with what it had. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OpenRound"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Round"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a round is: how complete and how late, by unit and by indicator, and never by person. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundProgress"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organisations in reach report in a round, by their codes. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmissionList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The grid of an organisation in a round: what is asked, what is said, what the period before said, and what there is
         *     to say about it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Grid"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps what was typed, cell by cell. A cell is refused alone: the others are kept. Sending the same again changes
         *     nothing.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TypedCells"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedCells"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said about a submission and its cells. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommentList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Says something about a submission, or one of its cells. Those who report, review or run the round do. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddComment"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves and returns cells. What is approved counts from then on and the index is computed anew; what is returned may
         *     be filled in again.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description However often it is sent, it is done once */
                    "idempotency-key"?: string | null;
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepTaken"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes a submission on to the second review. Whoever endorses it does not approve it. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description However often it is sent, it is done once */
                    "idempotency-key"?: string | null;
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Endorsement"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepTaken"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a submission. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EvidenceList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a file to a submission that may be filled in. The body is the file. */
        post: {
            parameters: {
                query: {
                    /** @description The cell that it belongs to. */
                    cell?: number;
                    /**
                     * @description What it is called.
                     * @example 决算表.pdf
                     */
                    name: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evidence"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file, to be saved: it is never shown in the place of our pages, whatever it is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Its id */
                    id: string;
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The steps of a submission: who did what when, and why. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryList"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes approved cells up again, so that they may be corrected. Their figures stay until another value is approved. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description However often it is sent, it is done once */
                    "idempotency-key"?: string | null;
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reopening"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepTaken"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands a submission in. After the deadline it is taken while the round is open, and marked late. Errors, and warnings
         *     without an explanation, keep it from being handed in.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description However often it is sent, it is done once */
                    "idempotency-key"?: string | null;
                    /**
                     * @description The version that was read
                     * @example "v3"
                     */
                    "if-match": string;
                };
                path: {
                    /**
                     * @description The code of who was asked
                     * @example 330203
                     */
                    organisation: string;
                    /**
                     * @description Its code
                     * @example annual-2025
                     */
                    round: string;
                    /**
                     * @description Its code
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepTaken"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It conflicts with what is there */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It was changed by somebody else since it was read */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is not JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body says something that cannot be */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The version that was read is missing */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The units, by code */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitList"];
                    };
                };
                /** @description No such strategy */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/units/{unit}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a unit has its score */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /** @description The node to explain; the whole index by default. */
                    node?: string;
                    /**
                     * @description The period; the latest by default.
                     * @example 2023
                     */
                    period?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The code of the unit
                     * @example 330203
                     */
                    unit: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The explanation */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
                /** @description A parameter is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No such strategy, unit, period or node */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strategies/{strategy}/units/{unit}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile of a unit in a period */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description As known on this day, or at this moment; now by default.
                     * @example 2026-01-05
                     */
                    as_of?: string;
                    /**
                     * @description The period; the latest by default.
                     * @example 2023
                     */
                    period?: string;
                };
                header?: never;
                path: {
                    /**
                     * @description The code of the strategy
                     * @example ningbo
                     */
                    strategy: string;
                    /**
                     * @description The code of the unit
                     * @example 330203
                     */
                    unit: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The profile */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitProfile"];
                    };
                };
                /** @description A parameter is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No such strategy, unit or period */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workbench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody has to report, mend and review, and by when, in all strategies. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workbench"];
                    };
                };
                /** @description A parameter is unknown or of the wrong kind */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not allowed; the answer says what is missing and who can grant it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description It is not there, or may not be seen */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An invitation taken up. */
        AcceptShape: {
            /** Format: password */
            password: string;
            /** @example yz_inv_… */
            secret: string;
        };
        /** @description An account. */
        Account: {
            has_second_factor: boolean;
            /** @example 01973c2e-0000-7000-8000-000000000001 */
            id: string;
            /**
             * @description `zh` or `en`.
             * @example zh
             */
            language: string;
            /**
             * @description The name to sign in with.
             * @example wang.wei
             */
            login: string;
            /**
             * @description The name to show.
             * @example 王伟
             */
            name: string;
            organisation?: components["schemas"]["Place"] | null;
            /** @description What it holds now or will hold. */
            roles: components["schemas"]["Grant"][];
            /**
             * @description `invited`, `active`, `disabled`.
             * @example active
             */
            state: string;
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            version: number;
        };
        /** @description Some of the accounts. */
        AccountList: {
            items: components["schemas"]["ListedAccount"][];
            /** @description To be asked for as `after` to see more; `null` when there is no more. */
            next?: string | null;
        };
        /** @description Something to say. */
        AddComment: {
            /**
             * Format: int64
             * @description The cell that it is about.
             */
            cell?: number | null;
            /** @example 口径按统计年鉴 */
            text: string;
        };
        /** @description An indicator to be added. */
        AddIndicator: {
            /** @example expected */
            class: string;
            /** @example RD_GDP */
            code: string;
            /**
             * Format: int32
             * @example 2
             */
            decimals: number;
            definition: components["schemas"]["Text"];
            /** @example higher_is_better */
            direction: string;
            formula: components["schemas"]["Text"];
            /** @example yearly */
            frequency: string;
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
            /**
             * @description The code of the organisation that answers for it.
             * @example STAT
             */
            owner: string;
            source?: string | null;
        };
        /** @description An organisation to be added. */
        AddOrganisation: {
            /** @example STB */
            code: string;
            /** @example department */
            kind: string;
            name: components["schemas"]["Text"];
            /**
             * @description The code of what it stands under.
             * @example 330200
             */
            parent?: string | null;
            /** @description The unit that it is scored as. */
            unit?: string | null;
        };
        /** @description A round to be designed. */
        AddRound: {
            /** @example annual-2025 */
            code: string;
            /**
             * @description In the strategy's zone: the end of a day, or a minute.
             * @example 2026-12-31
             */
            deadline: string;
            items: components["schemas"]["RoundItem"][];
            /**
             * Format: int32
             * @description 1 or 2 reviews; 1 when left out.
             * @example 1
             */
            levels?: number | null;
            /**
             * @description The organisation that asks.
             * @example 330200
             */
            organisation: string;
            /**
             * @example [
             *       "2025"
             *     ]
             */
            periods: string[];
            /**
             * @description `once`, `monthly`, `quarterly`, `yearly`, `rd_returns`; `once` when left out.
             * @example yearly
             */
            recurrence?: string | null;
            /**
             * @description `estimate`, `flash`, `final`, `revised`; `final` when left out.
             * @example final
             */
            status?: string | null;
            title: components["schemas"]["Text"];
            /**
             * @example [
             *       "330203"
             *     ]
             */
            units: string[];
        };
        /** @description A bonus or penalty item. */
        AdjustedItemShape: {
            /**
             * Format: double
             * @description Its points after its cap.
             */
            counted: number;
            /** @description Its name. */
            item: string;
            /** @description Whether it gives or takes. */
            kind: components["schemas"]["ItemKindShape"];
            /**
             * Format: double
             * @description Its points before its cap.
             */
            points: number;
            /** @description The reasons given with the points. */
            reasons: string[];
        };
        /** @description Bonus and penalty points of a unit. */
        AdjustmentShape: {
            /**
             * Format: double
             * @description The score after: before + bonus − penalty.
             */
            after: number;
            /**
             * Format: double
             * @description The score before.
             */
            before: number;
            /**
             * Format: double
             * @description What all bonus items give, after all caps.
             */
            bonus: number;
            /** @description The items that have points. */
            items: components["schemas"]["AdjustedItemShape"][];
            /**
             * Format: double
             * @description What all penalty items take, after all caps.
             */
            penalty: number;
        };
        /** @description How children were put together. */
        AggregationShape: {
            /**
             * Format: double
             * @description The share of children that have a score.
             */
            available_share: number;
            /**
             * Format: double
             * @description The share that the method asks for.
             */
            data_threshold?: number | null;
            /** @description Numbers the rule found on its way: distances, a penalty, units beaten. */
            details: components["schemas"]["ParameterShape"][];
            /** @description The formula in plain text. */
            formula: string;
            /** @example arithmetic */
            rule: string;
        };
        /**
         * @description The word.
         * @enum {string}
         */
        AllWord: "all";
        /** @description What is approved. */
        Approve: components["schemas"]["AllWord"] | number[];
        /** @description An organisation that is asked. */
        AskedOrganisation: {
            cells: number;
            organisation: components["schemas"]["NamedCode"];
        };
        /** @description An entry. */
        AuditEntry: {
            action: string;
            actor: string;
            address?: string | null;
            after?: string | null;
            at: string;
            before?: string | null;
            hash: string;
            /** @description The id of the organisation it was done in. */
            organisation?: string | null;
            outcome: string;
            previous: string;
            reason?: string | null;
            request?: string | null;
            /** Format: int64 */
            sequence: number;
            subject: string;
            /** @description The session or token it was done with. */
            via?: string | null;
        };
        /**
         * @description How contributions share out a score.
         * @enum {string}
         */
        BasisShape: "arithmetic" | "log_share" | "power_share" | "middle" | "penalised" | "among_units" | "none";
        /** @description A role that lets its holder do something. */
        Because: {
            /** @description How many organisations it reaches. */
            reaches: number;
            role: components["schemas"]["Grant"];
            /** @description Why it is not in force: `second_factor_missing`, `password_expired`. */
            withheld?: string | null;
        };
        /** @description How many fields a unit is asked for in the periods of a year. */
        Burden: {
            of_all_rounds: number;
            of_this_round: number;
            /** @example 330203 */
            unit: string;
            /**
             * Format: int32
             * @example 2025
             */
            year: number;
        };
        /** @description A scope that values cover. */
        CaliberShape: {
            /** @example ALL */
            code: string;
            definition: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
        };
        /** @description An indicator of the catalogue. */
        CatalogueIndicator: components["schemas"]["IndicatorDefinition"] & {
            /** @description When it was retired. */
            retired_at?: string | null;
            /** @description The versions of the framework that use it, drafts last. */
            used_by: string[];
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            version: number;
        };
        /** @description The indicators of the catalogue. */
        CatalogueIndicatorList: {
            items: components["schemas"]["CatalogueIndicator"][];
        };
        /** @description What indicators and frameworks refer to. */
        CatalogueLists: {
            calibers: components["schemas"]["CaliberShape"][];
            sources: components["schemas"]["SourceShape"][];
        };
        /** @description How many figures under a node were changed by a step on its own account. */
        ChangedShape: {
            /** @description Those whose figure was imputed. */
            imputed: number;
            /** @description The indicators under the node. */
            of: number;
            /** @description Those whose figure was treated. */
            treated: number;
        };
        /** @description The current password and another one. */
        ChangePassword: {
            /** Format: password */
            current: string;
            /** Format: password */
            wanted: string;
        };
        /**
         * @description What a step did to a figure on its own account. The value of the stage before is the one before it.
         * @enum {string}
         */
        ChangeShape: "screened" | "imputed" | "treated";
        /** @description A child of the node. */
        Child: {
            /** @description Its code. */
            code: string;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /**
             * Format: double
             * @description Its weight among its siblings.
             */
            weight: number;
        };
        /** @description A code of the second factor, or a recovery code. */
        CodeShape: {
            /** @example 287082 */
            code: string;
        };
        /** @description Something said. */
        Comment: {
            /** @example 2026-01-05T02:00:00Z */
            at: string;
            /**
             * @description The name of who said it.
             * @example 审核员
             */
            by: string;
            /**
             * Format: int64
             * @description The cell that it is about; null when it is about the whole.
             */
            cell?: number | null;
            text: string;
        };
        /** @description What was said, in its order. */
        CommentList: {
            items: components["schemas"]["Comment"][];
        };
        /** @description How much there is of what. */
        Counts: {
            indicators: number;
            observations: number;
            scored_units: number;
            /** @description Generated figures: 演示数据. */
            synthetic_observations: number;
            units: number;
        };
        /** @description A draft to be begun. */
        CreateDraft: {
            /**
             * @description The version to begin with; an empty tree otherwise.
             * @example 2023-example
             */
            copy_of?: string | null;
            /**
             * @description The version it will be: letters, digits, `_`, `-` and `.`.
             * @example 2024
             */
            version: string;
        };
        /** @description A deadline: as it is spoken of, and the moment that it is. */
        Deadline: {
            /** @example 2026-12-31T09:00:00Z */
            at: string;
            /**
             * @description Day and time in the strategy's zone.
             * @example 2026-12-31T17:00
             */
            local: string;
            /** @example Asia/Shanghai */
            time_zone: string;
        };
        /** @description A decision: each cell that waits is approved or returned. The first of two reviews only returns. */
        Decision: {
            approve?: components["schemas"]["Approve"] | null;
            /** @description What there is to say about the whole. */
            comment?: string | null;
            /** @description The cells that are returned, each with what is wrong with it. */
            return?: components["schemas"]["ReturnedCell"][];
        };
        /** @description An indicator whose definition differs. */
        DefinitionChange: {
            fields: components["schemas"]["FieldChange"][];
            indicator: string;
        };
        /** @description What an indicator has said, in order. */
        DefinitionHistory: {
            items: components["schemas"]["DefinitionVersion"][];
        };
        /** @description What an indicator said since when. */
        DefinitionVersion: components["schemas"]["IndicatorDefinition"] & {
            /** @description Who said so, as the audit log writes them. */
            by: string;
            /** @description Why. */
            reason: string;
            /**
             * @description Since when; 1970 for what was there before versions were kept.
             * @example 2026-01-05T02:00:00Z
             */
            since: string;
            /**
             * Format: int64
             * @example 2
             */
            version: number;
        };
        /** @description A dimension of the profile. */
        DimensionStanding: {
            /**
             * Format: double
             * @description The mean score of all units.
             */
            average?: number | null;
            /**
             * Format: double
             * @description The points it gives to the index.
             */
            contribution?: number | null;
            name: components["schemas"]["Text"];
            node: string;
            /** Format: int32 */
            rank?: number | null;
            /** Format: int32 */
            rank_change?: number | null;
            /** Format: double */
            score?: number | null;
            /**
             * Format: double
             * @description Its weight among the dimensions.
             */
            weight: number;
        };
        /** @description The whole of a draft. */
        DraftBody: {
            method: {
                [key: string]: unknown;
            };
            nodes: components["schemas"]["NodeBody"][];
            scoring: components["schemas"]["ScoringBody"];
        };
        /** @description Something to do. */
        Duty: {
            cells: number;
            filled: number;
            /**
             * @description `none`, `due_soon`: within three days, `overdue`.
             * @example due_soon
             */
            reminder: string;
            returned: number;
            strategy: components["schemas"]["NamedCode"];
            submission: components["schemas"]["Submission"];
        };
        /** @description What is to be another one; what is left out stays. */
        EditAccount: {
            /** @example 王伟 */
            name?: string | null;
            /**
             * @description The code of an organisation.
             * @example STB
             */
            organisation?: string | null;
        };
        /** @description What is to be another one; what is left out stays. */
        EditIndicator: {
            class?: string | null;
            /** Format: int32 */
            decimals?: number | null;
            definition?: components["schemas"]["Text"] | null;
            direction?: string | null;
            formula?: components["schemas"]["Text"] | null;
            frequency?: string | null;
            measure_unit?: components["schemas"]["Text"] | null;
            name?: components["schemas"]["Text"] | null;
            owner?: string | null;
            /**
             * @description Why; it is kept with the new definition.
             * @example 口径按 2024 年统计制度调整
             */
            reason: string;
            source?: string | null;
        };
        /** @description What is to be another one; what is left out stays. */
        EditOrganisation: {
            kind?: string | null;
            name?: components["schemas"]["Text"] | null;
            /**
             * @description The unit that it is scored as; empty for none.
             * @example 330203
             */
            unit?: string | null;
        };
        /** @description What is to be another one; what is left out stays. */
        EditOwnAccount: {
            /**
             * @description `zh` or `en`: what the pages are shown in after signing in.
             * @example en
             */
            language?: string | null;
            /** @example 王伟 */
            name?: string | null;
        };
        /** @description What is to be another one; what is left out stays. */
        EditRound: {
            /**
             * @description In the strategy's zone: the end of a day, or a minute.
             * @example 2026-12-31
             */
            deadline?: string | null;
            items?: components["schemas"]["RoundItem"][] | null;
            /** Format: int32 */
            levels?: number | null;
            periods?: string[] | null;
            recurrence?: string | null;
            status?: string | null;
            title?: components["schemas"]["Text"] | null;
            units?: string[] | null;
        };
        /** @description How many sessions were ended. */
        EndedSessions: {
            /** Format: int64 */
            ended: number;
        };
        /** @description Endorsing a submission. */
        Endorsement: {
            /** @description What there is to say about the whole. */
            comment?: string | null;
        };
        /** @description A second factor that is being set up. */
        EnrolmentShape: {
            /**
             * @description The address that an app reads, shown once.
             * @example otpauth://totp/yanzhi:wang.wei?secret=…&issuer=yanzhi
             */
            uri: string;
        };
        /** @description What stands in a cell. */
        Entry: {
            edited_at?: string | null;
            /** @description What a reviewer or reader should know. */
            explanation?: string | null;
            /** @description Whether the cell may be filled in, as far as it is concerned. */
            is_editable: boolean;
            /** @description Whether it was generated for demonstration: 演示数据. */
            is_synthetic: boolean;
            /** @description Why there is no figure: `not_collected`, `not_applicable`, `confidential`, `not_yet_available`. */
            missing?: string | null;
            /**
             * Format: double
             * @description The number that the text says, where it says one.
             * @example 2.5
             */
            number?: number | null;
            /**
             * @description `open`, `held`, `returned`, `approved`.
             * @example open
             */
            standing: string;
            /**
             * @description As typed.
             * @example 2.50
             */
            text: string;
            /**
             * Format: int64
             * @description To be sent with a change of the cell.
             * @example 1
             */
            version: number;
        };
        /** @description Some of the entries, the newest first. */
        EntryList: {
            items: components["schemas"]["AuditEntry"][];
            /**
             * Format: int64
             * @description To be asked for as `before` to see older ones; `null` when there are none.
             */
            next?: number | null;
        };
        /** @description A file. */
        Evidence: {
            /** @example 2026-01-05T02:00:00Z */
            at: string;
            /** @description The name of who added it. */
            by: string;
            /** Format: int64 */
            bytes: number;
            /**
             * Format: int64
             * @description The cell that it belongs to; null when it belongs to the whole.
             */
            cell?: number | null;
            id: string;
            /** @example 决算表.pdf */
            name: string;
            /** @description SHA-256 in hexadecimal. */
            sha256: string;
        };
        /** @description The files of a submission, in the order in which they came. */
        EvidenceList: {
            items: components["schemas"]["Evidence"][];
        };
        /** @description One node of an explanation. */
        ExplainedNode: {
            adjustment?: components["schemas"]["AdjustmentShape"] | null;
            aggregation?: components["schemas"]["AggregationShape"] | null;
            /** @description The band it is in, where the method has bands. */
            band?: string | null;
            basis?: components["schemas"]["BasisShape"] | null;
            /** @description How many figures under it were filled or tamed. */
            changed: components["schemas"]["ChangedShape"];
            code: string;
            /**
             * Format: double
             * @description The points it gives to its parent's score; those of all siblings add up to it.
             */
            contribution?: number | null;
            /**
             * Format: double
             * @description Those points as a share of the parent's score.
             */
            contribution_share?: number | null;
            /**
             * Format: double
             * @description The share among those siblings that have a score.
             */
            effective_weight?: number | null;
            figure?: components["schemas"]["FigureShape"] | null;
            /** @description 0 is the index, 1 its dimensions. */
            level: number;
            missing?: components["schemas"]["Text"] | null;
            name: components["schemas"]["Text"];
            parent?: string | null;
            /** Format: int32 */
            rank?: number | null;
            /** Format: double */
            score?: number | null;
            /** @description From the figure to the score, step by step; for leaves. */
            stages: components["schemas"]["StageShape"][];
            /**
             * Format: double
             * @description The weight given among its siblings.
             */
            weight: number;
        };
        /** @description Why a unit has its score in a node. */
        Explanation: {
            /** @description Whether generated figures (演示数据) went into it. */
            is_synthetic: boolean;
            /** @description The node. */
            node: components["schemas"]["NodeRef"];
            /** @description The node and everything below it, in tree order. */
            nodes: components["schemas"]["ExplainedNode"][];
            /**
             * @description The period.
             * @example 2023
             */
            period: string;
            /** @description What it rests on. */
            run: components["schemas"]["RunInfo"];
            /** @description The unit. */
            unit: components["schemas"]["UnitRef"];
        };
        /** @description More time for an organisation. */
        Extension: {
            /**
             * @description The code of who was asked.
             * @example 330203
             */
            organisation: string;
            /**
             * @description Why.
             * @example 统计数据尚未核定
             */
            reason: string;
            /**
             * @description In the strategy's zone: the end of a day, or a minute.
             * @example 2027-01-15
             */
            until: string;
        };
        /** @description A field that differs. */
        FieldChange: {
            after: components["schemas"]["Text"];
            before: components["schemas"]["Text"];
            /** @example definition */
            field: string;
        };
        /** @description Who did something. */
        FigureActor: {
            /**
             * @description As the audit log writes it: `account:` and an id, `operator`.
             * @example operator
             */
            actor: string;
            /** @description The name of the account. */
            name?: string | null;
        };
        /** @description How a derived version came out. */
        FigureDerivation: {
            /** @example share(RD_EXPENDITURE, GDP) */
            expression: string;
            /** @description The versions that went in, as far as the asker may read them. */
            inputs: components["schemas"]["FigureRow"][];
        };
        /** @description The versions of a cell, the oldest first. */
        FigureHistory: {
            items: components["schemas"]["FigureVersion"][];
        };
        /** @description Some of the figures, ordered by indicator, unit, caliber and period. */
        FigureList: {
            items: components["schemas"]["FigureRow"][];
            /**
             * @description To be asked for as `after` to see those that follow; `null` when there are none.
             * @example RD_GDP,330203,DEMO,2023
             */
            next?: string | null;
        };
        /** @description Why there is no value. */
        FigureMissing: {
            /** @description The reason, for people. */
            name: components["schemas"]["Text"];
            /** @description What there is to add to it. */
            note?: string | null;
            /**
             * @description `not_collected`, `not_applicable`, `confidential` or `not_yet_available`.
             * @example confidential
             */
            reason: string;
        };
        /** @description A code with its name. */
        FigureNamed: {
            /** @example RD_GDP */
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description The place of a figure. */
        FigurePlace: {
            /** @example DEMO */
            caliber: string;
            /** @example RD_GDP */
            indicator: string;
            /** @example 2025 */
            period: string;
            /** @example 330203 */
            unit: string;
        };
        /** @description A figure in its cell. */
        FigureRow: components["schemas"]["FigureSaid"] & {
            caliber: components["schemas"]["FigureNamed"];
            indicator: components["schemas"]["FigureNamed"];
            /** @example 2023 */
            period: string;
            unit: components["schemas"]["FigureNamed"];
        };
        /** @description What a version says. */
        FigureSaid: {
            /** @description Until when only those see it who may read unreleased figures of the unit. */
            embargo_until?: string | null;
            /** @description The answer to what a check found doubtful. */
            explanation?: string | null;
            is_synthetic: boolean;
            missing?: components["schemas"]["FigureMissing"] | null;
            note?: string | null;
            recorded_at: string;
            /** @description The code of its source. */
            source?: string | null;
            /**
             * @description `estimate`, `flash`, `final` or `revised`.
             * @example final
             */
            status: string;
            /** Format: double */
            value?: number | null;
            /**
             * @description The number as it was reported.
             * @example 2.50
             */
            value_text?: string | null;
            /**
             * Format: int32
             * @description Its number among the versions of the cell: 1, 2, 3, …
             */
            version: number;
        };
        /** @description A figure as reported. */
        FigureShape: {
            caliber: components["schemas"]["Named"];
            /** Format: int32 */
            decimals: number;
            /** @description Whether the figure was generated: 演示数据. */
            is_synthetic: boolean;
            measure_unit: components["schemas"]["Text"];
            note?: string | null;
            /** @description When it was recorded, RFC 3339. */
            recorded_at: string;
            source?: components["schemas"]["SourceRef"] | null;
            /** @description `estimate`, `flash`, `final` or `revised`. */
            status: string;
            /** Format: double */
            value: number;
            /** @description The value as it was written. */
            value_text: string;
        };
        /** @description A version, with who and why. */
        FigureVersion: components["schemas"]["FigureSaid"] & {
            approved_by?: components["schemas"]["FigureActor"] | null;
            derivation?: components["schemas"]["FigureDerivation"] | null;
            /**
             * @description Which way it came in: `import`, `submission:` and an id, or `derived`.
             * @example import
             */
            origin: string;
            /** @description Why it replaced what was there. */
            reason?: string | null;
            /** @description Who reported it. */
            recorded_by: components["schemas"]["FigureActor"];
        };
        /**
         * @description The format of a file.
         * @enum {string}
         */
        FileFormat: "jsonl" | "csv";
        /** @description Something to say about a cell. */
        Finding: {
            /**
             * Format: int64
             * @example 1
             */
            cell: number;
            /**
             * @description What it is, as a stable word.
             * @example required
             */
            code: string;
            message: components["schemas"]["Text"];
            /**
             * @description `error`, `warning`, `hint`.
             * @example error
             */
            severity: string;
        };
        /** @description The organisation that all others will stand under. */
        FirstOrganisation: {
            /** @example 330200 */
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description What a check found. */
        FrameworkCheck: {
            /** @description Errors first. */
            findings: components["schemas"]["FrameworkFinding"][];
            /** @description Whether nothing keeps it from being published. */
            is_sound: boolean;
            /**
             * Format: int64
             * @description The revision that was checked.
             */
            revision: number;
        };
        /** @description What differs from one version to another. */
        FrameworkComparison: {
            /** @description The one that is looked at. */
            after: components["schemas"]["FrameworkVersion"];
            /** @description The one that is compared with. */
            before: components["schemas"]["FrameworkVersion"];
            /** @description Indicators of either tree whose definition differs. */
            definitions: components["schemas"]["DefinitionChange"][];
            /** @description What differs in the method. */
            method: components["schemas"]["ValueChange"][];
            /** @description Nodes that differ: those of the later tree in its order, then those that are gone. */
            nodes: components["schemas"]["NodeChange"][];
            /** @description What differs in what scores are computed on. */
            scoring: components["schemas"]["ValueChange"][];
        };
        /** @description One thing that a check found. */
        FrameworkFinding: {
            /**
             * @description A stable word for this kind of finding.
             * @example weight_zero
             */
            code: string;
            /**
             * @description `tree`, `method` or `scoring`.
             * @example tree
             */
            part: string;
            /** @description The code of a node, a path in the method, or a field. */
            place?: string | null;
            remedy: components["schemas"]["Text"];
            /**
             * @description `error` keeps it from being published, `warning` is worth a look.
             * @example error
             */
            severity: string;
            what: components["schemas"]["Text"];
        };
        /** @description How a unit would stand, against how it stands. */
        FrameworkMove: {
            /** Format: int32 */
            rank_after?: number | null;
            /** Format: int32 */
            rank_before?: number | null;
            /**
             * Format: int64
             * @description Places gained (positive) or lost.
             */
            rank_change?: number | null;
            /** Format: double */
            score_after?: number | null;
            /** Format: double */
            score_before?: number | null;
            unit: components["schemas"]["UnitRef"];
        };
        /** @description A node of a framework. */
        FrameworkNodeShape: {
            code: string;
            /**
             * Format: double
             * @description Its share of the whole index.
             */
            effective_weight: number;
            /** @description The indicator of a leaf. */
            indicator?: string | null;
            /** @description 0 is the index, 1 its dimensions. */
            level: number;
            name: components["schemas"]["Text"];
            parent?: string | null;
            /**
             * Format: double
             * @description Its weight among its siblings.
             */
            weight: number;
        };
        /** @description A version that was published. */
        FrameworkPublished: {
            /** @description SHA-256 of its result. */
            content_hash: string;
            /** @description SHA-256 of what was published. */
            digest: string;
            /** @description How many places have no score, over all periods. */
            gaps_total: number;
            published_at: string;
            /** @description The run that stands since. */
            run: string;
            /** @example 2024 */
            version: string;
        };
        /** @description A framework. */
        FrameworkShape: {
            /** @description The tree: parents before children, children in their order. */
            nodes: components["schemas"]["FrameworkNodeShape"][];
            /** @description What scores rest on. */
            run: components["schemas"]["RunInfo"];
            /** @example 2023 */
            version: string;
        };
        /** @description What a version would give. */
        FrameworkTrial: {
            /** @description The first of them. */
            gaps: components["schemas"]["ScoreGap"][];
            /** @description How many places would have no score, over all periods. */
            gaps_total: number;
            /** @description Whether generated figures (演示数据) may have gone in. */
            is_synthetic: boolean;
            /** @description The units by the rank that they would have, those without one last. */
            moves: components["schemas"]["FrameworkMove"][];
            /**
             * @description The period that is compared: the latest.
             * @example 2023
             */
            period: string;
            /**
             * Format: int64
             * @description The revision that was tried.
             */
            revision: number;
            /** @example 2024 */
            version: string;
        };
        /** @description A version of the framework in a list. */
        FrameworkVersion: {
            /** @description The version it was copied from. */
            copy_of?: string | null;
            /** @description SHA-256 of what was published. */
            digest?: string | null;
            /** @description When the draft was changed last. */
            edited_at?: string | null;
            /** @description How many indicators it has. */
            indicators: number;
            /** @description Whether scores are computed with it now. */
            is_in_force: boolean;
            /** @description Whether the asker has edited the draft, and so may not publish it. */
            is_own: boolean;
            /** @description When it was published. */
            published_at?: string | null;
            /** @description When it was retired. */
            retired_at?: string | null;
            /** @description Why it was retired. */
            retired_because?: string | null;
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            revision: number;
            /**
             * @description `draft`, `published` or `retired`.
             * @example draft
             */
            state: string;
            /**
             * @description The version.
             * @example 2024
             */
            version: string;
        };
        /** @description A version of the framework with all that it says. */
        FrameworkVersionDetail: components["schemas"]["FrameworkVersion"] & {
            /** @description The indicators of the tree, as they are defined for this version. */
            definitions: components["schemas"]["IndicatorDefinition"][];
            /** @description The method: an ordered list of steps with their parameters. */
            method: {
                [key: string]: unknown;
            };
            /** @description The tree; the order among siblings counts. */
            nodes: components["schemas"]["VersionNode"][];
            scoring: components["schemas"]["ScoringBody"];
        };
        /** @description The versions of a framework. */
        FrameworkVersionList: {
            items: components["schemas"]["FrameworkVersion"][];
        };
        /** @description A role to be granted. */
        GiveGrant: {
            /**
             * @description From when; from now on when it is left out.
             * @example 2026-01-05T02:00:00Z
             */
            from?: string | null;
            /**
             * @description The code of the organisation; the role reaches all that stands below it.
             * @example STB
             */
            organisation: string;
            /** @example reporter */
            role: string;
            /** @description Until when; until it is taken back when it is left out. */
            until?: string | null;
        };
        /** @description A role held in an organisation. */
        Grant: {
            from: string;
            granted_at: string;
            /** @description Who granted it: `operator`, or `account:` and an id. */
            granted_by: string;
            id: string;
            /** @description Whether it counts at this moment. */
            is_held: boolean;
            organisation?: components["schemas"]["Place"] | null;
            /** @example reporter */
            role: string;
            role_name: components["schemas"]["Text"];
            until?: string | null;
        };
        /** @description A submission with its cells. Each cell stands in a column (an indicator in a caliber) and a row (a unit in a period). */
        Grid: {
            /** @description By number. */
            cells: components["schemas"]["GridCell"][];
            columns: components["schemas"]["GridColumn"][];
            counts: components["schemas"]["GridCounts"];
            /** @description What there is to say about the cells. Errors block, warnings need an explanation; `hint` is for reviewers alone. */
            findings: components["schemas"]["Finding"][];
            /** @description Whether its deadline has passed. */
            is_overdue: boolean;
            may: components["schemas"]["May"];
            rows: components["schemas"]["GridRow"][];
            submission: components["schemas"]["Submission"];
        };
        /** @description A cell. */
        GridCell: components["schemas"]["Entry"] & {
            /**
             * Format: int64
             * @description Its number: what other operations call it.
             * @example 1
             */
            cell: number;
            /**
             * @description The position of its column.
             * @example 0
             */
            column: number;
            /** @description How many comments are about it. */
            comments: number;
            /** @description How many files belong to it. */
            evidence: number;
            previous?: components["schemas"]["PreviousFigure"] | null;
            /**
             * @description The position of its row.
             * @example 0
             */
            row: number;
        };
        /** @description An indicator in a caliber. */
        GridColumn: {
            /** @description 口径 */
            caliber: components["schemas"]["NamedCode"];
            /** Format: int32 */
            decimals: number;
            definition: components["schemas"]["Text"];
            /**
             * @description `higher_is_better`, `lower_is_better`.
             * @example higher_is_better
             */
            direction: string;
            /** @example RD_GDP */
            indicator: string;
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
        };
        /** @description How far it is. */
        GridCounts: {
            approved: number;
            cells: number;
            filled: number;
            returned: number;
        };
        /** @description A unit in a period. */
        GridRow: {
            /** @example 2025 */
            period: string;
            unit: components["schemas"]["NamedCode"];
        };
        /** @description A role that is held. */
        HeldRole: {
            name: components["schemas"]["Text"];
            /** @example system_admin */
            role: string;
            /** @description Why it is not in force: `second_factor_missing`, `password_expired`. */
            withheld?: string | null;
        };
        /** @description One step. */
        HistoryEntry: {
            /** @description The cells that were approved. */
            approved: number[];
            /** @example 2026-01-05T02:00:00Z */
            at: string;
            /**
             * @description The name of who did it.
             * @example 填报员
             */
            by: string;
            comment?: string | null;
            /** @example draft */
            from: string;
            is_late: boolean;
            /** @description The cells that were returned, or taken up again. */
            returned: number[];
            /**
             * @description `open`, `submit`, `endorse`, `approve`, `return`, `reopen`, `extend`.
             * @example submit
             */
            step: string;
            /** @example submitted */
            to: string;
            /**
             * Format: int64
             * @description The version of the submission after it.
             */
            version: number;
        };
        /** @description The steps of a submission, in their order. */
        HistoryList: {
            items: components["schemas"]["HistoryEntry"][];
        };
        /** @description Somebody who may do something. */
        Holder: {
            /** @description The role held that lets them. */
            because: components["schemas"]["Grant"];
            id: string;
            login: string;
            name: string;
            organisation?: components["schemas"]["Place"] | null;
        };
        /** @description Who may do something. */
        HolderList: {
            items: components["schemas"]["Holder"][];
            /** @description The action, for people. */
            name: components["schemas"]["Text"];
            /** @description The roles that carry it. */
            roles: string[];
        };
        /** @description What an indicator is: its definition. */
        IndicatorDefinition: {
            /**
             * @description `expected` or `binding`.
             * @example expected
             */
            class: string;
            /** @example RD_GDP */
            code: string;
            /**
             * Format: int32
             * @description How many decimals are shown.
             * @example 2
             */
            decimals: number;
            definition: components["schemas"]["Text"];
            /**
             * @description `higher_is_better` or `lower_is_better`.
             * @example higher_is_better
             */
            direction: string;
            /** @description How it is computed, in words. */
            formula: components["schemas"]["Text"];
            /**
             * @description `yearly`, `half_yearly`, `quarterly` or `monthly`.
             * @example yearly
             */
            frequency: string;
            /** @description What its values are counted in. */
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
            /**
             * @description The code of the organisation that answers for it.
             * @example STAT
             */
            owner?: string | null;
            /** @description The code of where its definition comes from. */
            source?: string | null;
        };
        /** @description The indicators. */
        IndicatorList: {
            items: components["schemas"]["IndicatorSummary"][];
        };
        /** @description An indicator with its ranking and its series. */
        IndicatorPage: {
            caliber?: components["schemas"]["Named"] | null;
            /** @description The calibers that have figures. */
            calibers: components["schemas"]["Named"][];
            /**
             * Format: double
             * @description Its share of the whole index.
             */
            effective_weight?: number | null;
            indicator: components["schemas"]["IndicatorShape"];
            /** @description Whether generated figures (演示数据) are shown. */
            is_synthetic: boolean;
            /** @description Its node in the framework. */
            node?: string | null;
            normalisation?: components["schemas"]["NormalisationShape"] | null;
            /** @description The period shown. */
            period?: string | null;
            /** @description The periods that have figures of this caliber. */
            periods: string[];
            /** @description The units with a figure; units that the index does not rank have no rank. */
            ranking: components["schemas"]["RankedFigure"][];
            /** @description The figures of every period of the same kind. */
            series: components["schemas"]["UnitSeries"][];
            /**
             * Format: double
             * @description The weight among its siblings.
             */
            weight?: number | null;
        };
        /** @description The definition of an indicator. */
        IndicatorShape: {
            class: string;
            code: string;
            /** Format: int32 */
            decimals: number;
            definition: components["schemas"]["Text"];
            direction: string;
            formula?: components["schemas"]["Text"] | null;
            frequency: string;
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
            owner?: components["schemas"]["Named"] | null;
            source?: components["schemas"]["SourceRef"] | null;
        };
        /** @description An indicator of the profile. */
        IndicatorStanding: {
            /**
             * Format: double
             * @description The mean value of all units.
             */
            average_value?: number | null;
            /** Format: double */
            change?: number | null;
            /** Format: int32 */
            decimals: number;
            dimension?: components["schemas"]["NodeRef"] | null;
            /** @description `higher_is_better` or `lower_is_better`. */
            direction: string;
            indicator: string;
            /** @description Whether the change is for the better, the direction considered; none when nothing changed. */
            is_improvement?: boolean | null;
            /** @description Whether the figure was generated: 演示数据. */
            is_synthetic: boolean;
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
            node: string;
            /** Format: double */
            previous_value?: number | null;
            /** Format: int32 */
            rank?: number | null;
            /** Format: double */
            score?: number | null;
            source?: components["schemas"]["SourceRef"] | null;
            /** @description `estimate`, `flash`, `final` or `revised`. */
            status?: string | null;
            /** Format: double */
            value?: number | null;
            /** @description The value as reported. */
            value_text?: string | null;
        };
        /** @description An indicator in a list. */
        IndicatorSummary: {
            /** @description `expected` (预期性) or `binding` (约束性). */
            class: string;
            /** @example RD_GDP */
            code: string;
            dimension?: components["schemas"]["Named"] | null;
            /** @description `higher_is_better` or `lower_is_better`. */
            direction: string;
            /** @description `yearly`, `half_yearly`, `quarterly` or `monthly`. */
            frequency: string;
            measure_unit: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
            /** @description How many figures there are. */
            observations: number;
            owner?: components["schemas"]["Named"] | null;
        };
        /** @description Somebody who has been invited. */
        Invitation: {
            account: components["schemas"]["Account"];
            expires_at: string;
            /**
             * @description Where the invitation is taken up, below the address of the pages. It is shown once; only its fingerprint is
             *     kept.
             * @example /invitation#yz_inv_…
             */
            link: string;
        };
        /** @description Somebody to be invited. */
        InviteShape: {
            /**
             * @description `zh` or `en`.
             * @example zh
             */
            language?: string | null;
            /** @example wang.wei */
            login: string;
            /** @example 王伟 */
            name: string;
            /**
             * @description The code of the organisation that the person belongs to.
             * @example STB
             */
            organisation: string;
        };
        /**
         * @description Whether an item gives or takes points.
         * @enum {string}
         */
        ItemKindShape: "bonus" | "penalty";
        /** @description The league table of a node in a period. */
        LeagueTable: {
            /**
             * Format: double
             * @description The mean score of the units shown.
             */
            average?: number | null;
            /** @description The children of the node. */
            children: components["schemas"]["Child"][];
            group?: components["schemas"]["Named"] | null;
            /** @description Whether generated figures (演示数据) went into it. */
            is_synthetic: boolean;
            /** @description The node. */
            node: components["schemas"]["NodeRef"];
            /**
             * @description The period.
             * @example 2023
             */
            period: string;
            /** @description The period that changes are against. */
            previous_period?: string | null;
            /** @description The units, by rank and then by code. */
            rows: components["schemas"]["Row"][];
            /** @description What it rests on. */
            run: components["schemas"]["RunInfo"];
        };
        /** @description What the link of an invitation carries. */
        LinkShape: {
            /** @example yz_inv_… */
            secret: string;
        };
        /** @description An account, and when it was last used. */
        ListedAccount: components["schemas"]["Account"] & {
            /** @description When somebody was last seen with it or a machine acted for it; `null` when nobody ever was. */
            last_used_at?: string | null;
        };
        /** @description A token that was made. */
        MadeToken: {
            /**
             * @description To be sent as `Authorization: Bearer …`. It is shown once; only its fingerprint is kept.
             * @example yz_tok_…
             */
            secret: string;
            token: components["schemas"]["Token"];
        };
        /** @description A token to be made. */
        MakeToken: {
            /**
             * @description What it is for: words that the description of the API gives as `x-action`.
             * @example [
             *       "organisation.read"
             *     ]
             */
            actions: string[];
            /**
             * Format: int32
             * @description How many days it lasts.
             * @example 90
             */
            days: number;
            /** @example nightly import */
            name: string;
        };
        /** @description What the asker may do now. */
        May: {
            approve: boolean;
            edit: boolean;
            endorse: boolean;
            /** @description Why they do not decide, though they hold the role: `reported`, `endorsed`. */
            four_eyes?: string | null;
            reopen: boolean;
            return: boolean;
            submit: boolean;
        };
        /** @description A method: its steps in order. Each has `step`, mostly a `rule`, and the parameters of that rule. */
        MethodShape: {
            /** @description The steps. */
            steps: {
                [key: string]: unknown;
            }[];
        };
        /** @description The one who is signed in. */
        Myself: {
            has_second_factor: boolean;
            id: string;
            language: string;
            login: string;
            name: string;
        };
        /** @description A thing by its code and name. */
        Named: {
            /**
             * @description Its code.
             * @example RD_GDP
             */
            code: string;
            /** @description Its name. */
            name: components["schemas"]["Text"];
        };
        /** @description A code with its name. */
        NamedCode: {
            /** @example 330203 */
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description A strength or a weakness. */
        NamedStanding: {
            name: components["schemas"]["Text"];
            node: string;
            /** Format: int32 */
            rank?: number | null;
            /** Format: double */
            score?: number | null;
        };
        /** @description A unit or an indicator, and how many of its cells are how far. */
        NamedTally: components["schemas"]["NamedCode"] & components["schemas"]["Tally"];
        /** @description A name and since when it counts. */
        NameShape: {
            name: components["schemas"]["Text"];
            /** @example 2026-01-05T02:00:00Z */
            since: string;
        };
        /** @description The round that follows. */
        NextRound: {
            /** @example annual-2026 */
            code: string;
            title: components["schemas"]["Text"];
        };
        /** @description A node as it is written. */
        NodeBody: {
            /** @example GOVERNANCE */
            code: string;
            /** @description The indicator of a leaf. */
            indicator?: string | null;
            name: components["schemas"]["Text"];
            /** @description The node it is part of; only the root has none. */
            parent?: string | null;
            /**
             * Format: double
             * @description Its weight among its siblings.
             * @example 20
             */
            weight: number;
        };
        /** @description A node that differs. */
        NodeChange: {
            after?: components["schemas"]["NodeSide"] | null;
            before?: components["schemas"]["NodeSide"] | null;
            code: string;
            /** @description `added`, `removed`, `moved`, `reordered`, `renamed`, `reweighted`, `share_changed`, `indicator_changed`. */
            differences: string[];
        };
        /** @description A node by its place in the tree. */
        NodeRef: {
            /** @description Its code. */
            code: string;
            /** @description Its level: 0 is the index, 1 its dimensions. */
            level: number;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The node it is part of. */
            parent?: string | null;
        };
        /** @description A node in one of the two versions. */
        NodeSide: {
            /** Format: double */
            effective_weight?: number | null;
            indicator?: string | null;
            name: components["schemas"]["Text"];
            parent?: string | null;
            /** @description Its place among its siblings, from 0. */
            position: number;
            /** Format: double */
            weight: number;
        };
        /** @description How the index makes a score of a figure. */
        NormalisationShape: {
            /** @description The formula in plain text. */
            formula: string;
            parameters: components["schemas"]["ParameterShape"][];
            /** @example standard_ratio */
            rule: string;
        };
        /** @description Opening a round. */
        OpenRound: {
            /** @description Why it asks for what is asked elsewhere or known already; needed where it does. */
            reason?: string | null;
        };
        /** @description An organisation. */
        Organisation: {
            /** @description When it was closed. */
            closed_at?: string | null;
            /** @example STB */
            code: string;
            /**
             * @description `city`, `department`, `district`, `zone`, `township`.
             * @example department
             */
            kind: string;
            /** @description The code of what it was merged into, where that may be seen. */
            merged_into?: string | null;
            name: components["schemas"]["Text"];
            /**
             * @description The code of what it stands under, where that may be seen.
             * @example 330200
             */
            parent?: string | null;
            /** @description The unit that it is scored as. */
            unit?: string | null;
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            version: number;
        };
        /** @description An organisation with the names that it has had. */
        OrganisationDetail: components["schemas"]["Organisation"] & {
            /** @description Every name, in the order in which they were given. */
            names: components["schemas"]["NameShape"][];
        };
        /** @description The organisations that may be seen. */
        OrganisationList: {
            items: components["schemas"]["Organisation"][];
        };
        /** @description The organisation that it is about. */
        OtherOrganisation: {
            /** @example 330200 */
            code: string;
        };
        /** @description One's own account. */
        OwnAccount: {
            account: components["schemas"]["Account"];
            /**
             * Format: int64
             * @description Recovery codes that were not used yet.
             */
            recovery_codes_left: number;
        };
        /** @description A named number of a rule. */
        ParameterShape: {
            /**
             * @description Its name in the formula.
             * @example standard
             */
            name: string;
            /**
             * Format: double
             * @description Its value.
             * @example 2.5
             */
            value: number;
        };
        /** @description What a password has to be like. */
        PasswordPolicy: {
            /**
             * @description Fewest characters.
             * @example 12
             */
            least_chars: number;
            /** @description All of it, in words. */
            text: components["schemas"]["Text"];
        };
        /** @description The periods of an index. */
        PeriodList: {
            items: components["schemas"]["PeriodShape"][];
            latest?: string | null;
        };
        /** @description A period. */
        PeriodShape: {
            /** @example 2023 */
            code: string;
        };
        /** @description Score and rank in a period. */
        PeriodStanding: {
            /** @description The period. */
            period: string;
            /**
             * Format: int32
             * @description The rank.
             */
            rank?: number | null;
            /**
             * Format: double
             * @description The score.
             */
            score?: number | null;
        };
        /** @description Somebody with a name. */
        Person: {
            /** @example wang.wei */
            login: string;
            /** @example 王伟 */
            name: string;
        };
        /** @description An organisation that is spoken of. */
        Place: {
            /** @example STB */
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description The figure of the period before. */
        PreviousFigure: {
            is_synthetic: boolean;
            /** @description Why there is none. */
            missing?: string | null;
            /** @example 2024 */
            period: string;
            /** @description `estimate`, `flash`, `final`, `revised`. */
            status: string;
            /** Format: double */
            value?: number | null;
            /** @description As it was reported. */
            value_text?: string | null;
        };
        /** @description A problem as it is sent: `application/problem+json`. */
        Problem: {
            /**
             * @description The kind of problem as a stable word, for programs.
             * @example unit-not-found
             */
            code: string;
            /** @description Why, and what to do about it. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /**
             * @description What went wrong, in the language of the request.
             * @example 没有这个评价对象
             */
            title: string;
            /**
             * @description A URI of the kind of problem.
             * @example urn:yanzhi:problem:unit-not-found
             */
            type: string;
        };
        /** @description The current password and a code. */
        ProveBoth: {
            /** @example 287082 */
            code: string;
            /** Format: password */
            password: string;
        };
        /** @description The current password, given again before something that matters. */
        ProvePassword: {
            /** Format: password */
            password: string;
        };
        /** @description How strict a publication is. */
        Publish: {
            /** @description Whether an index in which some scores are missing may be published. */
            allow_missing?: boolean;
        };
        /** @description A figure in the ranking. */
        RankedFigure: {
            is_synthetic: boolean;
            note?: string | null;
            /** Format: int32 */
            rank?: number | null;
            source?: components["schemas"]["SourceRef"] | null;
            /** @description `estimate`, `flash`, `final` or `revised`. */
            status: string;
            unit: components["schemas"]["UnitRef"];
            /** Format: double */
            value: number;
            /** @description The value as reported. */
            value_text: string;
        };
        /** @description Recovery codes, shown once. */
        RecoveryCodes: {
            codes: string[];
            /** @description The token of the session, which has got another secret. */
            csrf_token: string;
        };
        /** @description Taking up again what was approved. */
        Reopening: {
            /** @description The cells, by number. */
            cells: number[];
            /**
             * @description Why.
             * @example 经济普查后修订
             */
            reason: string;
        };
        /** @description A cell that is asked twice. */
        Repeat: {
            place: components["schemas"]["FigurePlace"];
            /** @description The open round that asks for it; null when its figure is final already. */
            round?: string | null;
        };
        /** @description Why something is retired. */
        Retire: {
            /** @example 由新指标取代 */
            reason: string;
        };
        /** @description A cell that is returned. */
        ReturnedCell: {
            /**
             * Format: int64
             * @example 1
             */
            cell: number;
            /**
             * @description What is wrong with it.
             * @example 与统计年鉴不符，请核对
             */
            comment: string;
        };
        /** @description An action that somebody may do. */
        Right: {
            /** @example account.invite */
            action: string;
            /** @description The roles held that carry it. */
            because: components["schemas"]["Because"][];
            name: components["schemas"]["Text"];
        };
        /** @description What somebody may do, and why. */
        Rights: {
            items: components["schemas"]["Right"][];
            login: string;
            name: string;
        };
        /** @description A round: who asks for what, by when. */
        Round: {
            closed_at?: string | null;
            /** @example annual-2025 */
            code: string;
            deadline: components["schemas"]["Deadline"];
            items: components["schemas"]["RoundItem"][];
            /**
             * Format: int32
             * @description 1 or 2 reviews.
             * @example 1
             */
            levels: number;
            opened_at?: string | null;
            /** @description The organisation that asks. */
            organisation: components["schemas"]["NamedCode"];
            /**
             * @example [
             *       "2025"
             *     ]
             */
            periods: string[];
            /**
             * @description `once`, `monthly`, `quarterly`, `yearly`, `rd_returns`.
             * @example yearly
             */
            recurrence: string;
            /** @description Why it asks for what is asked elsewhere or known already, where it does. */
            repeat_reason?: string | null;
            /**
             * @description `draft`, `open`, `closed`.
             * @example open
             */
            state: string;
            /**
             * @description How settled the figures will be: `estimate`, `flash`, `final`, `revised`.
             * @example final
             */
            status: string;
            title: components["schemas"]["Text"];
            /**
             * @description The units that are asked about.
             * @example [
             *       "330203"
             *     ]
             */
            units: string[];
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            version: number;
        };
        /** @description What a round asks, and what that costs. */
        RoundDesign: {
            /** @description Who is asked for how many cells. */
            asked: components["schemas"]["AskedOrganisation"][];
            /** @description What its units are asked for, by year. */
            burden: components["schemas"]["Burden"][];
            /** @description How many cells it has. */
            cells: number;
            /** @description The cells that are asked elsewhere or known already: the round is not opened without a reason. */
            repeats: components["schemas"]["Repeat"][];
            /** @description The cells that nobody answers for: the round is not opened while there are some. */
            unanswered: components["schemas"]["FigurePlace"][];
        };
        /** @description An indicator that a round asks for. */
        RoundItem: {
            /**
             * @description 口径: in which scope.
             * @example DEMO
             */
            caliber: string;
            /** @example RD_GDP */
            indicator: string;
            /**
             * @description `unit`: the organisation that is scored as the unit; `owner`: the one that answers for the indicator.
             * @example unit
             */
            reported_by: string;
        };
        /** @description The rounds that may be seen. */
        RoundList: {
            items: components["schemas"]["Round"][];
        };
        /** @description How far a round is, of what may be seen: by unit and by indicator. */
        RoundProgress: {
            by_indicator: components["schemas"]["NamedTally"][];
            by_unit: components["schemas"]["NamedTally"][];
            /** @description What the organisations in reach report. */
            submissions: components["schemas"]["Submission"][];
            total: components["schemas"]["Tally"];
        };
        /** @description How one unit stands. */
        Row: {
            /** @description How it stands in each child, in their order. */
            children: components["schemas"]["Standing"][];
            /**
             * Format: int32
             * @description Its rank among the units of the group shown.
             */
            group_rank?: number | null;
            /** @description Whether generated figures (演示数据) went into it. */
            is_synthetic: boolean;
            missing?: components["schemas"]["Text"] | null;
            /**
             * Format: int32
             * @description Its rank among all units.
             */
            rank?: number | null;
            /**
             * Format: int32
             * @description Places gained (进位, positive) or lost (退位, negative) against the previous period.
             */
            rank_change?: number | null;
            /**
             * Format: double
             * @description Its score.
             */
            score?: number | null;
            /**
             * Format: double
             * @description Points gained or lost.
             */
            score_change?: number | null;
            /** @description How it stood in every period. */
            series: components["schemas"]["PeriodStanding"][];
            /** @description The unit. */
            unit: components["schemas"]["UnitRef"];
        };
        /** @description What an answer rests on. */
        RunInfo: {
            /** @description The scope that the values cover. */
            caliber: components["schemas"]["Named"];
            /** @description SHA-256 of the result. */
            content_hash: string;
            /** @description When it was computed, RFC 3339. */
            created_at: string;
            /** @description SHA-256 of the figures that went in. */
            data_version: string;
            /** @description The version of the engine. */
            engine_version: string;
            /**
             * @description The version of the framework.
             * @example 2023
             */
            framework_version: string;
            /** @description The id of the run. */
            id: string;
            /** @description The method: an ordered list of steps with their parameters. */
            method: components["schemas"]["MethodShape"];
        };
        /** @description What has become of a cell. */
        SavedCell: {
            /**
             * Format: int64
             * @example 1
             */
            cell: number;
            fault?: components["schemas"]["Text"] | null;
            now?: components["schemas"]["Entry"] | null;
            /**
             * @description `saved`, `conflict`: somebody else typed something else meanwhile; `fault`: it cannot be kept.
             * @example saved
             */
            result: string;
        };
        /** @description What has become of it, cell by cell. */
        SavedCells: {
            cells: components["schemas"]["SavedCell"][];
            /**
             * Format: int64
             * @description The version of the submission now, for `If-Match`.
             * @example 4
             */
            version: number;
        };
        /** @description A place without a score. */
        ScoreGap: {
            node: string;
            period: string;
            unit?: string | null;
            why: components["schemas"]["Text"];
        };
        /** @description What scores are computed on. */
        ScoringBody: {
            /**
             * @description The one caliber.
             * @example ALL
             */
            caliber: string;
            /**
             * @description `year`, `half_year`, `quarter`, `month`, `cumulative` or `plan`.
             * @example year
             */
            period_kind: string;
            /**
             * @description The kinds of units that are scored.
             * @example [
             *       "district"
             *     ]
             */
            unit_kinds: string[];
        };
        /** @description A figure of the series. */
        SeriesFigure: {
            is_synthetic: boolean;
            period: string;
            status: string;
            /** Format: double */
            value: number;
        };
        /** @description A point of the time series. */
        SeriesPoint: {
            node: string;
            period: string;
            /** Format: int32 */
            rank?: number | null;
            /** Format: double */
            score?: number | null;
        };
        /** @description Somebody signed in somewhere. */
        Session: {
            address?: string | null;
            /** @description What the browser called itself. */
            agent?: string | null;
            created_at: string;
            expires_at: string;
            has_second_factor: boolean;
            id: string;
            /** @description Whether it is the one that asks. */
            is_this: boolean;
            seen_at: string;
        };
        /** @description One's sessions. */
        SessionList: {
            items: components["schemas"]["Session"][];
        };
        /** @description Who is signed in. */
        SessionState: {
            account?: components["schemas"]["Myself"] | null;
            /** @description To be sent as `x-csrf-token` with every request that changes something. */
            csrf_token?: string | null;
            /** @description When the session ends however much it is used. */
            expires_at?: string | null;
            /** @description The roles that are held, and why one is not in force. */
            roles: components["schemas"]["HeldRole"][];
            /**
             * @description `anonymous`, `awaits_code` (the second factor is still to come), `signed_in`.
             * @example signed_in
             */
            state: string;
        };
        /** @description What whoever reads the console says. */
        SetUpShape: {
            /**
             * @description The code on the console.
             * @example mfra-5tqx-ck2z-o7pl
             */
            code: string;
            /**
             * @description `zh` or `en`.
             * @example zh
             */
            language?: string | null;
            organisation?: components["schemas"]["FirstOrganisation"] | null;
            /** Format: password */
            password: string;
            /** @description The security administrator, who is invited. */
            security_admin: components["schemas"]["Person"];
            /** @description The system administrator: the one who says it. */
            system_admin: components["schemas"]["Person"];
        };
        /** @description Whether the platform has been set up. */
        SetupState: {
            /** @description Whether an organisation is there for it, so that none has to be named. */
            has_organisation: boolean;
            /** @description Whether people may sign on through the provider of their organisation. */
            has_sign_on: boolean;
            /** @description Whether the first start is still to come. */
            is_awaited: boolean;
        };
        /** @description Name and password. */
        SignInShape: {
            /** @example wang.wei */
            login: string;
            /** Format: password */
            password: string;
        };
        /** @description Where a figure or definition comes from. */
        SourceRef: {
            /** @description Who published it. */
            publisher?: string | null;
            /** @description Its title. */
            title: components["schemas"]["Text"];
            /** @description Where it is. */
            url?: string | null;
        };
        /** @description Where figures or definitions come from. */
        SourceShape: {
            /** @example YEARBOOK */
            code: string;
            publisher?: string | null;
            title: components["schemas"]["Text"];
            url?: string | null;
        };
        /** @description The value after a step. */
        StageShape: {
            change?: components["schemas"]["ChangeShape"] | null;
            /** @description The formula in plain text. */
            formula?: string | null;
            parameters: components["schemas"]["ParameterShape"][];
            /** @example standard_ratio */
            rule?: string | null;
            /** @example normalise */
            step: string;
            /** Format: double */
            value?: number | null;
        };
        /** @description Score and rank in a node. */
        Standing: {
            /** @description The node. */
            node: string;
            /**
             * Format: int32
             * @description The rank.
             */
            rank?: number | null;
            /**
             * Format: double
             * @description The score.
             */
            score?: number | null;
        };
        /** @description What a step made of a submission. */
        StepTaken: {
            /** @example 2026-01-05T02:00:00Z */
            at: string;
            is_late: boolean;
            /**
             * @description The state that it led to.
             * @example submitted
             */
            state: string;
            /**
             * @description `submit`, `endorse`, `approve`, `return`, `reopen`.
             * @example submit
             */
            step: string;
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`.
             * @example 3
             */
            version: number;
        };
        /** @description A strategy. */
        StrategyDetail: {
            /** @example ningbo */
            code: string;
            counts: components["schemas"]["Counts"];
            description: components["schemas"]["Text"];
            groups: components["schemas"]["Named"][];
            /** @description Whether generated figures (演示数据) went into its index. */
            is_synthetic: boolean;
            name: components["schemas"]["Text"];
            publisher: components["schemas"]["Text"];
            run: components["schemas"]["RunInfo"];
            /** @description The document it rests on. */
            source_title?: string | null;
            /** @description Where that document is. */
            source_url?: string | null;
            /**
             * @description The zone of its deadlines.
             * @example Asia/Shanghai
             */
            time_zone: string;
        };
        /** @description The strategies. */
        StrategyList: {
            items: components["schemas"]["StrategySummary"][];
        };
        /** @description A strategy in a list. */
        StrategySummary: {
            /** @example ningbo */
            code: string;
            name: components["schemas"]["Text"];
        };
        /** @description What an organisation reports in a round. */
        Submission: {
            decided_at?: string | null;
            /** @description By when it is due: the round's deadline, or its own where it got more time. */
            due: components["schemas"]["Deadline"];
            is_extended: boolean;
            /** @description Whether it was submitted after its deadline. */
            is_late: boolean;
            /**
             * Format: int32
             * @description 1 or 2 reviews.
             * @example 1
             */
            levels: number;
            /** @description The organisation that was asked. */
            organisation: components["schemas"]["NamedCode"];
            /** @example annual-2025 */
            round: string;
            /**
             * @description `draft`, `open`, `closed`.
             * @example open
             */
            round_state: string;
            /**
             * @description `draft`, `submitted`, `endorsed`, `returned`, `approved`.
             * @example draft
             */
            state: string;
            submitted_at?: string | null;
            title: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description For `If-Match`, as `"v3"`. Raised by every change, also of a cell.
             * @example 3
             */
            version: number;
        };
        /** @description What the organisations in reach report in a round. */
        SubmissionList: {
            items: components["schemas"]["Submission"][];
        };
        /** @description How the entries are taken away. */
        TakeAway: {
            format: components["schemas"]["FileFormat"];
        };
        /** @description How many cells are how far. */
        Tally: {
            approved: number;
            cells: number;
            filled: number;
            /** @description They were handed in late, or are due and were not handed in. */
            late: number;
            returned: number;
            /** @description They wait for a decision. */
            submitted: number;
        };
        /** @description A text in Chinese and English. */
        Text: {
            /**
             * @description English
             * @example R&D intensity
             */
            en: string;
            /**
             * @description 中文
             * @example 研发经费投入强度
             */
            zh: string;
        };
        /** @description Column from the west, row from the north. */
        TileShape: {
            /** Format: int32 */
            x: number;
            /** Format: int32 */
            y: number;
        };
        /** @description A token. */
        Token: {
            /** @description What it is for. */
            actions: string[];
            /** @description Whether it still counts: not once what its owner may do has changed. */
            counts: boolean;
            created_at: string;
            expires_at: string;
            id: string;
            /** @example nightly import */
            name: string;
            used_at?: string | null;
        };
        /** @description One's tokens. */
        TokenList: {
            items: components["schemas"]["Token"][];
        };
        /** @description What was typed into a cell. */
        TypedCell: {
            /**
             * Format: int64
             * @description Its number.
             * @example 1
             */
            cell: number;
            /** @description What a reviewer or reader should know. */
            explanation?: string | null;
            /**
             * @description Why there is no figure: `not_collected`, `not_applicable`, `confidential`, `not_yet_available`.
             * @example null
             */
            missing?: string | null;
            /**
             * @description As typed; empty for none.
             * @example 2.50
             */
            text: string;
            /**
             * Format: int64
             * @description The version of the cell that was seen; 0 when it was empty.
             * @example 0
             */
            version: number;
        };
        /** @description What was typed into some cells. */
        TypedCells: {
            cells: components["schemas"]["TypedCell"][];
        };
        /** @description The units of a strategy. */
        UnitList: {
            items: components["schemas"]["UnitShape"][];
        };
        /** @description The profile of a unit in a period. */
        UnitProfile: {
            /** @description The dimensions, in their order. */
            dimensions: components["schemas"]["DimensionStanding"][];
            /** @description Every indicator of the framework. */
            indicators: components["schemas"]["IndicatorStanding"][];
            /** @description Whether generated figures (演示数据) went into it. */
            is_synthetic: boolean;
            /** @description How many units are ranked. */
            of: number;
            /**
             * @description The period.
             * @example 2023
             */
            period: string;
            /** @description The period that changes are against. */
            previous_period?: string | null;
            /**
             * Format: int32
             * @description The rank.
             */
            rank?: number | null;
            /**
             * Format: int32
             * @description Places gained (positive) or lost (negative).
             */
            rank_change?: number | null;
            /** @description What it rests on. */
            run: components["schemas"]["RunInfo"];
            /**
             * Format: double
             * @description The score of the whole index.
             */
            score?: number | null;
            /** @description Index and dimensions over all periods. */
            series: components["schemas"]["SeriesPoint"][];
            /** @description Where it ranks best: indicators in the better half. */
            strengths: components["schemas"]["NamedStanding"][];
            /** @description The unit. */
            unit: components["schemas"]["UnitRef"];
            /** @description Where it ranks worst: indicators in the worse half. */
            weaknesses: components["schemas"]["NamedStanding"][];
        };
        /** @description A unit as lists show it. */
        UnitRef: {
            /**
             * @description Its code.
             * @example 330203
             */
            code: string;
            /** @description Its group. */
            group?: string | null;
            /**
             * @description `city`, `district`, `zone`, `department`, `township` or `other`.
             * @example district
             */
            kind: string;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description Its name where room is scarce. */
            short_name: components["schemas"]["Text"];
        };
        /** @description The figures of a unit over time. */
        UnitSeries: {
            points: components["schemas"]["SeriesFigure"][];
            unit: components["schemas"]["UnitRef"];
        };
        /** @description A unit. */
        UnitShape: components["schemas"]["UnitRef"] & {
            /** @description Its code of GB/T 2260. */
            gb2260?: string | null;
            /** @description Whether the index ranks it. */
            is_scored: boolean;
            note?: string | null;
            parent?: string | null;
            tile?: components["schemas"]["TileShape"] | null;
        };
        /** @description A value that differs. */
        ValueChange: {
            after?: unknown;
            before?: unknown;
            /** @example steps[0].indicators.RD_GDP.standard */
            path: string;
        };
        /** @description A node of a version. */
        VersionNode: components["schemas"]["NodeBody"] & {
            /**
             * Format: double
             * @description Its share of the whole index; `null` where the tree does not say.
             */
            effective_weight?: number | null;
        };
        /** @description What somebody has to report, mend and review, the most pressing first. */
        Workbench: {
            /** @description To be filled in again: it was returned. */
            mend: components["schemas"]["Duty"][];
            /** @description To be filled in. */
            report: components["schemas"]["Duty"][];
            /** @description To be decided. */
            review: components["schemas"]["Duty"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
