//! `framework.csv`.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "framework_empty",
        edits: &[Edit::Is(
            "framework.csv",
            "code,parent,indicator,name_zh,name_en,weight\n",
        )],
        zh: "framework.csv:1:1: 框架没有节点 — 至少写总指数和一个指标",
        en: "framework.csv:1:1: the framework has no nodes — give at least the index and one indicator",
    },
    Case {
        code: "framework_many_roots",
        edits: &[Edit::Says("framework.csv", "OUTPUT,INDEX", "OUTPUT,")],
        zh: "framework.csv:4:8: 有多个根节点：INDEX, OUTPUT — 除总指数外，每个节点都写上级",
        en: "framework.csv:4:8: there is more than one root: INDEX, OUTPUT — give every node but the index a parent",
    },
    Case {
        code: "framework_no_root",
        edits: &[Edit::Says("framework.csv", "INDEX,,,", "INDEX,INPUT,,")],
        zh: "framework.csv:1:1: 没有根节点 — 把总指数的 parent 留空\nframework.csv:2:7: 节点的上级形成循环：INDEX → INPUT — 为其中一个节点改写上级",
        en: "framework.csv:1:1: no node is the root — leave the parent of the index empty\nframework.csv:2:7: the parents of nodes go round in a circle: INDEX → INPUT — give one of the nodes another parent",
    },
    Case {
        code: "framework_cycle",
        edits: &[
            Edit::Says("framework.csv", "INPUT,INDEX", "INPUT,RD1"),
            Edit::Says("framework.csv", "RD,INPUT,RD", "RD1,INPUT,RD"),
        ],
        zh: "framework.csv:3:7: 节点的上级形成循环：INPUT → RD1 — 为其中一个节点改写上级\nframework.csv:5:11: 节点“RD1”有下级，却写了指标“RD” — 只有末级节点才写指标",
        en: "framework.csv:3:7: the parents of nodes go round in a circle: INPUT → RD1 — give one of the nodes another parent\nframework.csv:5:11: the node \"RD1\" has children and names the indicator \"RD\" — leave it empty: only a leaf takes an indicator",
    },
    Case {
        code: "framework_leaf",
        edits: &[Edit::Ends("framework.csv", "EXTRA,INPUT,,多余,Extra,1")],
        zh: "framework.csv:7:13: 节点“EXTRA”既无下级也无指标 — 写明其指标，或为其加下级",
        en: "framework.csv:7:13: the node \"EXTRA\" has neither children nor an indicator — name its indicator or give it children",
    },
    Case {
        code: "framework_branch",
        edits: &[Edit::Says(
            "framework.csv",
            "INPUT,INDEX,",
            "INPUT,INDEX,RD",
        )],
        zh: "framework.csv:3:13: 节点“INPUT”有下级，却写了指标“RD” — 只有末级节点才写指标\nframework.csv:5:10: 指标“RD”用于多个节点：INPUT, RD — 每个指标只用一次",
        en: "framework.csv:3:13: the node \"INPUT\" has children and names the indicator \"RD\" — leave it empty: only a leaf takes an indicator\nframework.csv:5:10: the indicator \"RD\" is used by more than one node: INPUT, RD — use each indicator once",
    },
    Case {
        code: "framework_indicator_twice",
        edits: &[Edit::Ends("framework.csv", "RD2,INPUT,RD,,,1")],
        zh: "framework.csv:7:11: 指标“RD”用于多个节点：RD, RD2 — 每个指标只用一次",
        en: "framework.csv:7:11: the indicator \"RD\" is used by more than one node: RD, RD2 — use each indicator once",
    },
    Case {
        code: "framework_weight",
        edits: &[Edit::Says("framework.csv", "投入,Input,2", "投入,Input,-2")],
        zh: "framework.csv:3:23: 节点“INPUT”的权重是 -2 — 权重为 0 或正数",
        en: "framework.csv:3:23: the node \"INPUT\" has the weight -2 — make the weight 0 or more",
    },
    Case {
        code: "framework_weight_sum",
        edits: &[Edit::Says(
            "framework.csv",
            "RD,INPUT,RD,,,1",
            "RD,INPUT,RD,,,0",
        )],
        zh: "framework.csv:5:15: 节点“INPUT”的下级权重之和为 0 — 给至少一个下级写正的权重",
        en: "framework.csv:5:15: the weights of the children of \"INPUT\" sum to 0 — give at least one of the children a weight above 0",
    },
    Case {
        code: "framework_name",
        edits: &[Edit::Says("framework.csv", "投入,Input", "投入,")],
        zh: "framework.csv:3:14: 节点“INPUT”没有名称 — 填写 name_zh 和 name_en（末级节点可用其指标的名称）",
        en: "framework.csv:3:14: the node \"INPUT\" has no name — fill in name_zh and name_en (only a leaf can take them from its indicator)",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("framework.csv", "RD,INPUT", "RD,INPT")],
        zh: "framework.csv:5:4: 节点“INPT”不存在 — 改正代码（是否为“INPUT”？），或在 framework.csv 中加入该节点",
        en: "framework.csv:5:4: there is no node \"INPT\" — correct the code (did you mean \"INPUT\"?) or add the node to framework.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("framework.csv", "INPUT,RD", "INPUT,R")],
        zh: "framework.csv:5:10: 指标“R”不存在 — 改正代码（是否为“RD”？），或在 indicators.csv 中加入该指标",
        en: "framework.csv:5:10: there is no indicator \"R\" — correct the code (did you mean \"RD\"?) or add the indicator to indicators.csv",
    },
    Case {
        code: "code_duplicate",
        edits: &[Edit::Ends("framework.csv", "RD,OUTPUT,RD,,,1")],
        zh: "framework.csv:7:1: 节点“RD”已在第 5 行出现 — 删去或改名其中一个",
        en: "framework.csv:7:1: the node \"RD\" already stands in line 5 — remove or rename one of them",
    },
    Case {
        code: "field_empty",
        edits: &[Edit::Says("framework.csv", "投入,Input,2", "投入,Input,")],
        zh: "framework.csv:3:23: “weight”为空 — 填写“weight”",
        en: "framework.csv:3:23: \"weight\" is empty — fill in \"weight\"",
    },
    Case {
        code: "framework_many_roots",
        edits: &[
            Edit::Says("framework.csv", "RD,INPUT", "RD,INPT"),
            Edit::Says("framework.csv", "OUTPUT,INDEX", "OUTPUT,"),
        ],
        zh: "framework.csv:4:8: 有多个根节点：INDEX, OUTPUT — 除总指数外，每个节点都写上级\nframework.csv:5:4: 节点“INPT”不存在 — 改正代码（是否为“INPUT”？），或在 framework.csv 中加入该节点",
        en: "framework.csv:4:8: there is more than one root: INDEX, OUTPUT — give every node but the index a parent\nframework.csv:5:4: there is no node \"INPT\" — correct the code (did you mean \"INPUT\"?) or add the node to framework.csv",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
