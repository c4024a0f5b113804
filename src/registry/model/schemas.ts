/** The JSON Schemas: the only definition of what a workspace, the identity and a list are. */
export { default as workspace10 } from "../../../schema/workspace-1.0.schema.json" with { type: "json" };
export { default as workspace11 } from "../../../schema/workspace-1.1.schema.json" with { type: "json" };
export { default as registry } from "../../../schema/registry.schema.json" with { type: "json" };
export { default as list10 } from "../../../schema/list-1.0.schema.json" with { type: "json" };
export { default as list11 } from "../../../schema/list-1.1.schema.json" with { type: "json" };
/** Either shape of a workspace, for editors. */
export { default as workspace } from "../../../schema/workspace.schema.json" with { type: "json" };
