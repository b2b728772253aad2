"""Pictures from addresses: fetched by the engine alone, checked, and kept on this computer."""
