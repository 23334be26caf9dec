// Generated from openapi/api.json by `npm run api`. Do not edit.

export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
            /** @description The formula in plain text. */
            formula: string;
            /** @example arithmetic */
            rule: string;
        };
        /**
         * @description How contributions share out a score.
         * @enum {string}
         */
        BasisShape: "arithmetic" | "log_share";
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
        /** @description How much there is of what. */
        Counts: {
            indicators: number;
            observations: number;
            scored_units: number;
            /** @description Generated figures: 演示数据. */
            synthetic_observations: number;
            units: number;
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
        /** @description One node of an explanation. */
        ExplainedNode: {
            aggregation?: components["schemas"]["AggregationShape"] | null;
            basis?: components["schemas"]["BasisShape"] | null;
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
        /** @description A framework. */
        FrameworkShape: {
            /** @description The tree: parents before children, children in their order. */
            nodes: components["schemas"]["FrameworkNodeShape"][];
            /** @description What scores rest on. */
            run: components["schemas"]["RunInfo"];
            /** @example 2023 */
            version: string;
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
        /** @description A method: its steps in order. Each has `step`, mostly a `rule`, and the parameters of that rule. */
        MethodShape: {
            /** @description The steps. */
            steps: {
                [key: string]: unknown;
            }[];
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
        /** @description A strength or a weakness. */
        NamedStanding: {
            name: components["schemas"]["Text"];
            node: string;
            /** Format: int32 */
            rank?: number | null;
            /** Format: double */
            score?: number | null;
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
        /** @description How the index makes a score of a figure. */
        NormalisationShape: {
            /** @description The formula in plain text. */
            formula: string;
            parameters: components["schemas"]["ParameterShape"][];
            /** @example standard_ratio */
            rule: string;
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
        /** @description Where a figure or definition comes from. */
        SourceRef: {
            /** @description Who published it. */
            publisher?: string | null;
            /** @description Its title. */
            title: components["schemas"]["Text"];
            /** @description Where it is. */
            url?: string | null;
        };
        /** @description The value after a step. */
        StageShape: {
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
